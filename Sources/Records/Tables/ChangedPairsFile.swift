package import Attack
package import Measures
import Pages
import Text

/// `data/changed-pairs.csv`: every pair that newly stands out, or no longer does.
package struct ChangedPairsFile: Sendable {
  private let change: ReleaseChange
  private let ids: IndexedList<Technique, String>

  /// - Parameters:
  ///   - change: what changed.
  ///   - ids: of the techniques of this release.
  package init(_ change: ReleaseChange, ids: IndexedList<Technique, String>) {
    self.change = change
    self.ids = ids
  }

  private static let (newlyFirm, noLongerFirm) = ("newly firm", "no longer firm")

  static let table = DataTable(
    "changed-pairs", at: RecordPath.changedPairs,
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

  /// A pair, and what became of it.
  package struct Row: Sendable {
    /// Of the techniques of this release.
    package let techniques: (String, String)
    package let word: String
    package let move: ReleaseComparison.Move
  }

  /// By the ids of the pairs.
  package var rows: [Row] {
    let moves =
      change.pairs.newlyFirm.map { (Self.newlyFirm, $0) }
      + change.pairs.noLongerFirm.map { (Self.noLongerFirm, $0) }
    return moves.sorted { ($0.1.technique, $0.1.now.partner) < ($1.1.technique, $1.1.now.partner) }
      .map { word, move in
        Row(techniques: (ids[move.technique], ids[move.now.partner]), word: word, move: move)
      }
  }

  var csv: [UInt8] {
    var csv = CSVFile(Self.table)
    for row in rows {
      let move = row.move
      csv.add(
        .text(row.techniques.0), .text(row.techniques.1), .text(row.word),
        move.before.map { .count($0.together) } ?? .empty, .count(move.now.together),
        move.before.map { .number($0.ratio.lower) } ?? .empty, .number(move.now.ratio.lower))
    }
    return csv.bytes
  }
}
