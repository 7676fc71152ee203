package import Attack
import Text

/// What became of tactics, techniques and actors, in the order in which it is told.
package struct ChangeLists: Sendable {
  package let tactics: [ChangeList]
  package let techniques: [ChangeList]
  /// Of groups, software, campaigns.
  package let actors: [ChangeList]

  /// All of them.
  var all: [ChangeList] { tactics + techniques + actors }

  /// - Parameters:
  ///   - change: what became of objects.
  ///   - before: the release before.
  ///   - now: the one that is compared with it.
  package init(_ change: KnowledgeChange, from before: Knowledge, to now: Knowledge) {
    let paths = Self.paths(now)
    let techniques = ObjectChangeLists(
      change.techniques, before.techniques, now.techniques, paths, noun: "technique",
      plural: "techniques")
    let tactics = TacticChangeLists(change.tactics, before.tactics, now.tactics)
    self.tactics = tactics.lists
    self.techniques =
      techniques.arrivals
      + [
        ChangeList(
          "tactics", "technique moved between tactics", "techniques moved between tactics",
          change.tacticMoves.map { tactics.line($0, of: techniques.now($0.technique)) }),
        ChangeList(
          "parent", "sub-technique moved to another parent",
          "sub-techniques moved to another parent",
          change.parentMoves.map { Self.line($0, techniques) }),
      ].compactMap(\.self) + techniques.departures
    actors = Actor.Kind.allCases.flatMap { kind in
      let lists = ObjectChangeLists(
        change.actors, before.actors, now.actors, paths, noun: kind.noun, plural: kind.plural
      ) { $0.kind == kind }
      return lists.arrivals + lists.departures
    }
  }

  /// The pages of all techniques and actors, of retired ones too.
  private static func paths(_ now: Knowledge) -> [String: String] {
    let live =
      now.techniques.map { ($0.id.description, $0.path) }
      + now.actors.map { ($0.id.description, $0.path) }
    return Dictionary(
      live + now.retired.map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
  }

  private static func line(
    _ move: ParentMove, _ techniques: ObjectChangeLists<Technique>
  ) -> ChangeLine {
    ChangeLine([
      .object(techniques.now(move.technique)), ": from ", .object(techniques.before(move.before)),
      " to ", .object(techniques.now(move.now)),
    ])
  }
}
