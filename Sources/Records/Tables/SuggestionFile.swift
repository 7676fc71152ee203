import Attack
import Measures
import Text

/// `data/suggestions.csv`: what each technique's page says to look for too, and what is common in
/// any intrusion, which has no rank.
struct SuggestionFile: Sendable {
  /// For each technique.
  let partners: IndexedList<Technique, PartnerLists>
  /// Of the techniques.
  let ids: IndexedList<Technique, String>

  var csv: [UInt8] {
    var csv = CSVFile("technique,rank,suggested,together,share,expected,ratio,score,common")
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
