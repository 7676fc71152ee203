import Attack
import Corpora

/// Who is recorded with members of a cluster, those with most of them first.
struct ClusterUsers {
  private let actors: IndexedList<Actor, Actor>
  private let entry: ClusterCatalogue.Entry
  /// For each actor with a member, its members.
  private let members: [Index<Actor>: Set<Index<Technique>>]

  init(_ actors: IndexedList<Actor, Actor>, _ corpus: Corpus, _ entry: ClusterCatalogue.Entry) {
    self.actors = actors
    self.entry = entry
    members = entry.order.reduce(into: [:]) { members, technique in
      for actor in corpus.actors(of: technique) {
        members[actor, default: []].insert(technique)
      }
    }
  }

  /// Those of a kind with two members or more; `nil` if there are none.
  func table(_ kind: Actor.Kind, most: Int) -> Table? {
    let first = members.filter {
      actors[$0.key].kind == kind && $0.value.count > 1
    }
    .sorted { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }.prefix(most)
    guard !first.isEmpty else { return nil }
    return Table(
      "The \(kind.collective) with most of it", style: "dotted",
      columns: [
        Table.Column(kind.title), Table.Column("Members", isNumeric: true),
        .marks("Which", entry.order.count),
      ],
      rows: first.map { actor, members in
        let own = actors[actor]
        return Table.Row(
          nil,
          [
            .name(id: nil, name: own.name, path: own.path), .count(members.count, path: nil),
            .presence(entry.order.map(members.contains)),
          ])
      })
  }
}
