import Attack
import Text

/// Techniques that ATT&CK split: a newer one took over uses that it had recorded with an older one.
///
/// A release does not say so in a field. It shows in three things: the use is older than its
/// technique, no retired technique became that, and the description of an older technique of the
/// same tactic tells the two apart by a link. Sub-techniques are left out: what was moved to them
/// comes from their family.
struct TechniqueSplits {
  /// For each technique the newer ones that may have taken over uses of it, ascending.
  private let newer: IndexedList<Technique, [Index<Technique>]>
  /// For each actor the techniques of the uses that are older than these.
  private let moved: IndexedList<Actor, [Index<Technique>]>

  init(_ knowledge: Knowledge) {
    let techniques = knowledge.techniques
    let followed = Set(knowledge.retired.compactMap(\.successor?.id))
    let moves = knowledge.uses.compactMap {
      use -> (actor: Index<Actor>, technique: Index<Technique>)? in
      guard case .technique(let technique) = use.target, use.created != .unknown,
        use.created < techniques[technique].created, techniques[technique].parent == nil,
        !followed.contains(techniques[technique].id.description)
      else { return nil }
      return (use.actor, technique)
    }
    let targets = Set(moves.map(\.technique)).sorted()
    newer = techniques.mapValues { old in
      targets.filter { Self.isTold(techniques[$0], apartBy: old) }
    }
    var moved = IndexedList<Actor, [Index<Technique>]>(repeating: [], for: knowledge.actors.indices)
    for move in moves { moved[move.actor].append(move.technique) }
    self.moved = moved
  }

  /// The technique as which an actor's use of another is recorded since ATT&CK split that.
  func successor(of technique: Index<Technique>, for actor: Index<Actor>) -> Index<Technique>? {
    newer[technique].first(where: moved[actor].contains)
  }

  private static func isTold(_ new: Technique, apartBy old: Technique) -> Bool {
    old.created != .unknown && old.created < new.created
      && !Set(old.tactics).isDisjoint(with: new.tactics)
      && old.description.containsBytes(of: "attack.mitre.org/techniques/\(new.id))")
  }
}
