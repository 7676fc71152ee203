import Attack
import Measures
import Pages
import Text

/// `data/changes.csv`: every pair that newly stands out, or no longer does.
struct ChangesFile: Sendable {
  let change: ReleaseChange
  /// Of the techniques of this release.
  let ids: IndexedList<Technique, String>

  private static let (newlyFirm, noLongerFirm) = ("newly firm", "no longer firm")

  static let table = DataTable(
    "changes", at: RecordPath.changes,
    "every pair that newly stands out firmly since the release before, or no longer does",
    digits: .nine, key: ["technique_a", "technique_b"],
    [
      .firstOfPair, .secondOfPair,
      DataColumn("change", .word([newlyFirm, noLongerFirm]), "what became of the pair"),
      DataColumn(
        "together_before", .count(of: "reports"),
        "reports that cited both; empty where a technique was not there", isOptional: true),
      DataColumn("together_now", .count(of: "reports"), "reports that cite both"),
      DataColumn(
        "lower_before", .number(from: 0),
        "the 5 % lower bound of the ratio then; empty where a technique was not there",
        isOptional: true),
      DataColumn("lower_now", .number(from: 0), "the 5 % lower bound of the ratio in this release"),
    ])

  var csv: [UInt8] {
    var csv = CSVFile(Self.table)
    let moves =
      change.pairs.newlyFirm.map { (Self.newlyFirm, $0) }
      + change.pairs.noLongerFirm.map { (Self.noLongerFirm, $0) }
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
