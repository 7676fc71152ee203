import Attack
import Text

/// What became of tactics, in lists.
struct TacticChangeLists {
  private let change: TacticChange
  private let before: IndexedList<Tactic, Tactic>
  private let now: IndexedList<Tactic, Tactic>

  init(
    _ change: TacticChange, _ before: IndexedList<Tactic, Tactic>,
    _ now: IndexedList<Tactic, Tactic>
  ) {
    self.change = change
    self.before = before
    self.now = now
  }

  var lists: [ChangeList] {
    [
      ChangeList(
        "new", "new tactic", "new tactics", isOfNames: true,
        change.new.map { ChangeLine([.object(titled($0))]) }),
      ChangeList(
        "removed", "removed tactic", "removed tactics", isOfNames: true,
        change.removed.map { ChangeLine([.object(object(before[$0], path: nil))]) }),
      ChangeList(
        "renamed", "renamed tactic", "renamed tactics",
        change.renamed.map {
          ChangeLine([.object(titled($0.index)), ", before: \($0.nameBefore)"])
        }),
      ChangeList(
        "moved", "tactic moved in the matrix", "tactics moved in the matrix",
        change.reordered.map { move in
          ChangeLine([
            .object(titled(move.index)),
            ": from place \(move.placeBefore) to place \(move.place) of the \(move.count) that both have",
          ])
        }),
    ].compactMap(\.self)
  }

  /// `T1133 External Remote Services: joined Initial Access, left Persistence`.
  func line(_ move: TacticMove, of technique: ChangeLine.Object) -> ChangeLine {
    let gained = [ChangeLine.Piece].list(move.gained.map { named(now[$0], path: now[$0].path) })
    let lost = [ChangeLine.Piece].list(
      move.lost.map { index in
        named(before[index], path: change.now[index].map { now[$0].path })
      })
    let parts = [gained.isEmpty ? [] : ["joined "] + gained, lost.isEmpty ? [] : ["left "] + lost]
    return ChangeLine(
      [.object(technique), ": "] + parts.filter { !$0.isEmpty }.joined(separator: [", "]))
  }

  private func titled(_ index: Index<Tactic>) -> ChangeLine.Object {
    object(now[index], path: now[index].path)
  }

  /// By its id and its name; a tactic without an id by its name.
  private func object(_ tactic: Tactic, path: String?) -> ChangeLine.Object {
    let title = [tactic.id?.description, tactic.name].compactMap(\.self).joined(separator: " ")
    return ChangeLine.Object(id: tactic.slug, text: title, path: path)
  }

  private func named(_ tactic: Tactic, path: String?) -> ChangeLine.Object {
    ChangeLine.Object(id: tactic.slug, text: tactic.name, path: path)
  }
}
