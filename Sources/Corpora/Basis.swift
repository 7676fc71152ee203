package import Attack

/// What is counted instead of reports: actors, each as the techniques that it is recorded with.
///
/// A basis is only another 0/1 matrix of rows by techniques. By report, the matrix is that of
/// `Corpus.citations`. Rows without a technique are left out.
package struct Basis: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// A row is a group, with its own live uses of techniques.
    case group
    /// A row is a group, with the techniques of the software that it uses added.
    case groupWithSoftware = "group-with-software"
    /// A row is a campaign, with its own live uses of techniques.
    case campaign
  }

  package let kind: Kind
  /// For each row its actor, ascending.
  package let actors: [Index<Actor>]
  /// Rows by techniques.
  package let matrix: BitMatrix
  /// The software that some group uses, by techniques: what a list shared by its users comes from.
  ///
  /// Without rows where a row is not filled by software.
  package let software: BitMatrix
}

extension Basis {
  package init(_ kind: Kind, _ knowledge: Knowledge) {
    let lists = ActorLists(knowledge)
    let members = knowledge.actors.indices.filter { knowledge.actors[$0].kind == kind.actorKind }
    let tools = kind == .groupWithSoftware ? Set(members.flatMap { lists.software[$0] }) : []
    let rows = members.map { actor in
      guard kind == .groupWithSoftware else { return lists.techniques[actor] }
      return lists.software[actor].reduce(lists.techniques[actor]) {
        $0.union(lists.techniques[$1])
      }
    }
    let filled = members.indices.filter { !rows[$0].isEmpty }
    let columnCount = knowledge.techniques.count
    self.kind = kind
    actors = filled.map { members[$0] }
    matrix = BitMatrix(rows: filled.map { rows[$0].map(\.number) }, columnCount: columnCount)
    software = BitMatrix(
      rows: tools.sorted().map { lists.techniques[$0].map(\.number) }, columnCount: columnCount)
  }
}

/// Of each actor, the techniques and the software that it uses by itself.
private struct ActorLists {
  private(set) var techniques: IndexedList<Actor, Set<Index<Technique>>>
  private(set) var software: IndexedList<Actor, Set<Index<Actor>>>

  init(_ knowledge: Knowledge) {
    techniques = IndexedList(repeating: [], for: knowledge.actors.indices)
    software = IndexedList(repeating: [], for: knowledge.actors.indices)
    for use in knowledge.uses {
      switch use.target {
      case .technique(let technique): techniques[use.actor].insert(technique)
      case .actor(let actor) where knowledge.actors[actor].kind == .software:
        software[use.actor].insert(actor)
      case .actor, .other: break
      }
    }
  }
}

extension Basis.Kind {
  fileprivate var actorKind: Actor.Kind { self == .campaign ? .campaign : .group }
}
