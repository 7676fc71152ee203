import Attack
import Measures
import Pages
import Text

/// `data/changes.csv`: every pair that newly stands out, or no longer does.
struct ChangesFile: Sendable {
  let change: ReleaseChange
  /// Of the techniques of this release.
  let ids: IndexedList<Technique, String>

  var csv: [UInt8] {
    var csv = CSVFile(
      """
      technique_a,technique_b,change,together_before,together_now,lower_before,lower_now
      """)
    let moves =
      change.pairs.newlyFirm.map { ("newly firm", $0) }
      + change.pairs.noLongerFirm.map { ("no longer firm", $0) }
    for (word, move) in moves.sorted(by: {
      ($0.1.technique, $0.1.now.partner) < ($1.1.technique, $1.1.now.partner)
    }) {
      csv.add(
        .text(ids[move.technique]), .text(ids[move.now.partner]), .text(word),
        move.before.map { .count($0.together) } ?? .empty, .count(move.now.together),
        move.before.map { .number($0.ratio.lower) } ?? .empty, .number(move.now.ratio.lower))
    }
    return csv.bytes
  }
}
