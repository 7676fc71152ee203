import ArgumentParser
import Attack
import Records
import Text

/// `sets`: how an engine reduces millions of sightings to what `--reports` reads.
struct SetsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sets",
    abstract: "Print the SQL that reduces a table of sightings to weighted sets.",
    discussion: """
      Example: attack-relations sets --sql duckdb --table sightings.parquet

      With DuckDB:
        duckdb -c "COPY ($(attack-relations sets --sql duckdb --table sightings.parquet)) TO 'sets.csv' (HEADER)"
        attack-relations build enterprise-attack.json --reports sets.csv

      A row of the table is a technique in a report. A set is a row of `weight`, how many reports have exactly \
      these techniques, and `techniques`, with `source`, `first_seen` and `last_seen` where the table has \
      them. The statement has no semicolon, so that it can stand inside another one. Forms of ids of your own \
      (`id_patterns`) are not found by it.
      """)

  @Option(name: .customLong("sql"), help: "The engine: duckdb or spark.")
  var engine: SQLEngine?

  @Option(help: "The table of sightings, or a file that the engine reads.")
  var table: String?

  @Option(
    help: ArgumentHelp(
      "What its columns are called; date and source need not be there.",
      valueName: "report=…,technique=…,date=…,source=…"))
  var columns = SightingColumns()

  @Flag(
    name: .customLong("mapping"),
    help: "Print what revoked techniques became, as a table for --mapping-table.")
  var writesMapping = false

  @Option(help: "The table, or the file, in which the engine has what --mapping printed.")
  var mappingTable: String?

  @Option(
    name: .customLong("bundle"), help: "For --mapping: an ATT&CK bundle; repeat for each file.",
    completion: .bundle)
  var bundles: [String] = []

  func validate() throws {
    guard (engine == nil) == writesMapping else {
      throw ValidationError("sets wants either --sql duckdb|spark or --mapping --bundle FILE")
    }
    guard writesMapping != bundles.isEmpty else {
      throw ValidationError(
        writesMapping ? "--mapping wants --bundle FILE" : "--bundle is of use with --mapping alone")
    }
    if writesMapping, table != nil || mappingTable != nil || columns != SightingColumns() {
      throw ValidationError("--table, --columns and --mapping-table are of use with --sql alone")
    }
  }

  func run() async throws {
    try await Console.reporting {
      guard let engine else { return try Console.print(file: mapping()) }
      let query = SetQuery(
        engine: engine, table: table ?? "sightings", columns: columns, mapping: mappingTable)
      try Console.print(query.sql)
    }
  }

  /// Each revoked technique with the live one that its successors lead to.
  private func mapping() throws -> [UInt8] {
    let knowledge = try BundleLoader.knowledge(bundles, version: nil, site: nil)
    return SetMapping(knowledge).csv
  }
}
