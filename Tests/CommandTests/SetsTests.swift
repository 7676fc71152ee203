import Foundation
import Testing

/// Sightings past one machine: the SQL that reduces them, and a site of what it gives.
struct SetsTests {
  private let bench: Workbench

  init() throws {
    bench = try Workbench()
    try bench.write(
      "weight,techniques,source\n1200,T1047 T1059.001,sensors\n30,T1086,sensors\n2,T9999,sensors\n",
      to: "sets.csv")
  }

  private static let bundle = "Site/demo/demo-attack.json"

  private func sets(_ arguments: String...) async throws -> ToolRun {
    try await ToolRun("sets", arguments, in: bench.folder)
  }

  @Test(arguments: ["duckdb", "spark"])
  func `the SQL names the table and its columns, quoted`(engine: String) async throws {
    let run = try await sets(
      "--sql", engine, "--table", "lake.seen", "--columns",
      "report=case \"1\",technique=ttp,date=day,source=sensor")
    #expect(run.code == 0 && run.errors.isEmpty)
    let quoted =
      engine == "duckdb"
      ? ["\"lake\".\"seen\"", "\"case \"\"1\"\"\"", "\"day\" AS DATE", "\"sensor\""]
      : ["`lake`.`seen`", "`case \"1\"`", "`day` AS DATE", "`sensor`"]
    for text in quoted { #expect(run.output.contains(text), "\(text)") }
    #expect(!run.output.contains(";") && !run.output.contains("successor"))
    #expect(run.output.hasPrefix("WITH sightings AS ("))
  }

  @Test func `a file stands in the place of a table, and a mapping is joined`() async throws {
    let duck = try await sets(
      "--sql", "duckdb", "--table", "it's.parquet", "--mapping-table", "mapping.csv")
    #expect(duck.output.contains("FROM 'it''s.parquet'"))
    #expect(duck.output.contains("LEFT JOIN 'mapping.csv' AS mapping"))
    let spark = try await sets("--sql", "spark", "--table", "/lake/seen.parquet")
    #expect(spark.output.contains("FROM parquet.`/lake/seen.parquet`"))
  }

  @Test func `the mapping has each revoked technique with a live one`() async throws {
    let run = try await sets("--mapping", "--bundle", Self.bundle)
    #expect(run.code == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.first == "technique,successor" && lines.contains("T1086,T1059.001"))
    #expect(lines.dropFirst() == lines.dropFirst().sorted()[...])
  }

  @Test(arguments: [
    [], ["--mapping"], ["--sql", "oracle"], ["--sql", "duckdb", "--bundle", "x.json"],
    ["--sql", "duckdb", "--mapping", "--bundle", "x.json"],
    ["--sql", "duckdb", "--columns", "report=a,report=b"],
    ["--sql", "duckdb", "--columns", "name=a"], ["--mapping", "--bundle", "x", "--table", "t"],
  ])
  func `other arguments are refused`(arguments: [String]) async throws {
    let run = try await ToolRun("sets", arguments, in: bench.folder)
    #expect(run.code == 64 && run.errors.hasPrefix("error: "), "\(run.errors)")
  }

  @Test func `check tells what is read of them`() async throws {
    let run = try await ToolRun(
      "check", ["--bundle", Self.bundle, "sets.csv"], in: bench.folder)
    #expect(
      run.output.hasPrefix(
        "sets.csv: weighted sets (CSV), 1,230 reports in 2 sets of 2 techniques\n  from “sensors”\n"
          + "    T1086 is now T1059.001\n    4:3: `T9999`"))
    let json = try await ToolRun(
      "check", ["--bundle", Self.bundle, "--format", "json", "sets.csv"], in: bench.folder)
    #expect(json.output.contains(#""sets":{"sets":2,"reports":1230,"sources":["sensors"]"#))
  }

  @Test func `a site counts them, and has one page for their source`() async throws {
    let run = try await ToolRun(
      "build", [Self.bundle, "--reports", "sets.csv"], in: bench.folder)
    #expect(run.code == 0 && run.output.contains("1,321 reports"), "\(run.errors)")
    let page = try #require(
      try bench.files(in: "_site/reports").first { $0.key.hasPrefix("sets-sensors-") }?.value)
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("1,230 reports in 2 sets") && text.contains("INTERNAL"))
    let technique = try bench.read("_site/techniques/T1047.html")
    #expect(
      technique.contains("1,200 more reports cite it") && technique.contains("1,200 of them ours"))
    let csv = try bench.read("_site/data/sets.csv")
    #expect(csv.hasPrefix("source,name,weight,techniques,internal,origin\n"))
    #expect(csv.contains(",sensors,1200,T1047 T1059.001,true,ours\n"))
    #expect(!(try bench.read("_site/data/reports.csv")).contains("sensors"))
  }

  @Test func `a public site has nothing of them`() async throws {
    let run = try await ToolRun(
      "build", [Self.bundle, "--reports", "sets.csv", "--public"], in: bench.folder)
    #expect(run.code == 0 && run.output.contains("91 reports"))
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path + "/_site/data/sets.csv"))
  }

  @Test func `a site of them alone is one`() async throws {
    let run = try await ToolRun(
      "build", [Self.bundle, "--reports", "sets.csv", "--internal-only"], in: bench.folder)
    #expect(run.code == 0 && run.output.contains("1,230 reports"), "\(run.errors)")
  }

  @Test func `more reports than can be counted are refused`() async throws {
    try bench.write("weight,techniques\n900000000,T1047\n900000000,T1059\n", to: "many.csv")
    let run = try await ToolRun(
      "build", [Self.bundle, "--reports", "many.csv"], in: bench.folder)
    #expect(run.code == 1)
    #expect(
      run.errors.contains(
        "error: the weighted sets stand for 1,800,000,000 reports, expected at most 1,000,000,000"))
  }

  @Test func `a model answers as its bundles and sets do`() async throws {
    let own = ["--own", "sets.csv", "--", "T1047"]
    let direct = try await ToolRun(
      "infer", ["--bundle", Self.bundle, "--format", "json"] + own, in: bench.folder)
    let model = try await ToolRun(
      "model", ["--output", "m.json", "--reports", "sets.csv", "--", Self.bundle],
      in: bench.folder)
    #expect(model.code == 0, "\(model.errors)")
    let read = try await ToolRun(
      "infer", ["--model", "m.json", "--format", "json", "T1047"], in: bench.folder)
    #expect(read.output == direct.output && direct.output.contains("sensors: a set of"))
  }
}
