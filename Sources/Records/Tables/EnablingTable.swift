import Attack
import Corpora
import Measures
import Pages
import Text

/// `data/enables.csv`: which technique gives what another needs.
struct EnablingTable {
  let findings: OrderFindings
  let ids: IndexedList<Technique, String>

  static let table = DataTable(
    "enables", at: RecordPath.enables, "which technique gives what another needs, fact by fact",
    key: ["from", "to", "fact"],
    [
      DataColumn("from", .technique, "the technique that gives the fact"),
      DataColumn("to", .technique, "the one that needs it"),
      DataColumn("fact", .text, "its name"),
      DataColumn(
        "procedures", .count(of: "procedures"),
        "independent ones that say so: the smaller of given and needed"),
      DataColumn("given", .count(of: "procedures"), "those of the first that give it"),
      DataColumn("given_of", .count(of: "procedures"), "all of the first"),
      DataColumn("needed", .count(of: "procedures"), "those of the second that need it"),
      DataColumn("needed_of", .count(of: "procedures"), "all of the second"),
      DataColumn(
        "internal", .count(of: "procedures"), "those of given and needed that only the team has"),
      DataColumn("meaning", .text, "the fact in plain words"),
    ])

  var csv: [UInt8] {
    var csv = CSVFile(Self.table)
    for edge in findings.enabling.edges {
      csv.add(
        .text(ids[edge.from]), .text(ids[edge.to]), .text(edge.fact.name),
        .count(edge.procedures), .count(edge.given.count), .count(edge.given.of),
        .count(edge.needed.count), .count(edge.needed.of),
        .count(edge.given.ours + edge.needed.ours),
        .text(findings.capabilities.title(of: edge.fact)))
    }
    return csv.bytes
  }
}
