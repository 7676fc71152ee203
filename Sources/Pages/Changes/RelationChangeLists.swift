package import Attack
package import Measures
import Text

/// Which pairs came to stand out, or ceased to, and who came into a list of ten, in words.
package struct RelationChangeLists: Sendable {
  private let change: ReleaseChange
  private let techniques: IndexedList<Technique, Technique>
  private let before: String

  /// Of a release with these objects.
  package init(_ change: ReleaseChange, _ knowledge: Knowledge) {
    self.change = change
    techniques = knowledge.techniques
    before = change.previous.names(beside: knowledge).before
  }

  /// Pairs that newly stand out, those of new techniques last; pairs that no longer do; newcomers.
  package var lists: [ChangeList] {
    let pairs = change.pairs
    let newly = pairs.newlyFirmOfOld + pairs.newlyFirm.filter { $0.before == nil }
    let newcomers = pairs.leadingNewcomers(ChangeTables.mostNewcomers)
    return [
      ChangeList(
        "newly", "pair that newly stands out", "pairs that newly stand out", newly.map(line)),
      ChangeList(
        "lost", "pair that no longer stands out", "pairs that no longer stand out",
        pairs.noLongerFirm.map(line)),
      ChangeList(
        "newcomer", "strong newcomer to a list of ten", "strongest newcomers to a list of ten",
        newcomers.map(line)),
    ].compactMap(\.self)
  }

  /// `12 reports cite both, at least 1.1× the expected; in v1.0 no report`.
  func words(_ move: ReleaseComparison.Move) -> String {
    let together = move.now.together
    let reports =
      together == 0 ? "no report cites" : Format.count(together, "report cites", "reports cite")
    return "\(reports) both, \(Format.atLeast(move.now.ratio.lower)) the expected; "
      + past(of: move.before)
  }
}

extension RelationChangeLists {
  private func past(of association: Association?) -> String {
    guard let association else { return "\(before) did not have both techniques" }
    let together = association.together
    let reports = together == 0 ? "no report" : Format.count(together, "report")
    return together < 3
      ? "in \(before) \(reports)"
      : "in \(before) \(reports), \(Format.atLeast(association.ratio.lower))"
  }

  private func line(_ move: ReleaseComparison.Move) -> ChangeLine {
    ChangeLine([
      object(move.technique), " with ", object(move.now.partner), ": \(words(move))",
    ])
  }

  private func line(_ newcomer: ReleaseComparison.Newcomer) -> ChangeLine {
    let share = { (association: Association) in
      "\(Format.percent(association.share)) % of \(Format.count(association.base))"
    }
    let rank = newcomer.rankBefore.map { "place \($0)" } ?? "no place"
    let words =
      ": in \(share(newcomer.now)) reports, place \(newcomer.rank); in \(before) "
      + "\(share(newcomer.before)), \(rank)"
    return ChangeLine([
      object(newcomer.now.partner), " with ", object(newcomer.technique), .words(words),
    ])
  }

  private func object(_ index: Index<Technique>) -> ChangeLine.Piece {
    let own = techniques[index]
    return .object(
      ChangeLine.Object(id: own.id.description, text: own.link.text, path: own.path))
  }
}
