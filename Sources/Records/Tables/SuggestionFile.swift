import Attack
import Measures
import Pages
import Text

/// `data/suggestions.csv`: what each technique's page says to look for too, and what is common in
/// any intrusion, which has no rank.
struct SuggestionFile: Sendable {
  /// For each technique.
  let partners: IndexedList<Technique, PartnerLists>
  /// Of the techniques.
  let ids: IndexedList<Technique, String>

  static let table = DataTable(
    "suggestions", at: RecordPath.suggestions,
    "for each technique the ten to look for too, the most telling first, and what is common in "
      + "any intrusion", digits: .nine, key: ["technique", "suggested"],
    [
      DataColumn("technique", .technique, "what was seen"),
      DataColumn(
        "rank", .count(of: "places"), "the place in its list, from 1; empty for what is common",
        isOptional: true),
      DataColumn("suggested", .technique, "what to look for"), .together,
      DataColumn("share", .share, "together, divided by the reports that cite what was seen"),
      .expected, .ratio,
      DataColumn("score", .number(from: 0), "the share times the ratio, by which they are ranked"),
      DataColumn("common", .flag, "whether it is common in any intrusion, and so has no rank"),
    ])

  var csv: [UInt8] {
    var csv = CSVFile(Self.table)
    for (technique, lists) in partners.indexed() {
      for (rank, pair) in lists.telling.leading.enumerated() {
        add(pair, rank: rank + 1, technique, to: &csv)
      }
      for pair in lists.telling.common { add(pair, rank: nil, technique, to: &csv) }
    }
    return csv.bytes
  }

  private func add(
    _ pair: Association, rank: Int?, _ technique: Index<Technique>, to csv: inout CSVFile
  ) {
    csv.add(
      .text(ids[technique]), rank.map { .count($0) } ?? .empty, .text(ids[pair.partner]),
      .count(pair.together), .number(pair.share), .number(pair.expected),
      .number(pair.ratio.ratio), .number(pair.tellingScore),
      .text(rank == nil ? "true" : "false"))
  }
}
