import Attack
import Corpora
import Measures
import Pages
import Text

/// `data/coverage.csv`: what the team covers, and what the rest would be worth.
struct CoverageTable {
  let findings: CoverageFindings
  let ids: IndexedList<Technique, String>

  static let table = DataTable(
    "coverage", at: RecordPath.coverage,
    "every technique, whether the team covers it, and what that would be worth", key: ["technique"],
    [
      DataColumn("technique", .technique, "its id"),
      DataColumn(
        "state", .word(["covered", "parent only", "not covered"]), "how far it is covered"),
      DataColumn(
        "worth", .number(from: 0),
        "how much covering it would be worth; empty where it is covered, or no report cites it",
        isOptional: true),
    ])

  var csv: [UInt8] {
    let worth = Dictionary(
      findings.gaps.gaps.map { ($0.technique, $0.worth) }
    ) { first, _ in first }
    var csv = CSVFile(Self.table)
    for (index, state) in findings.coverage.states.indexed() {
      csv.add(
        .text(ids[index]), .text(state.rawValue), worth[index].map { .number($0) } ?? .empty)
    }
    return csv.bytes
  }
}
