/// The objects that are no longer live, with their successors.
struct RetirementReader {
  private(set) var retired: [RetiredObject] = []
  private(set) var notices: [Notice] = []

  init(
    _ store: ObjectStore, _ successions: RevocationChains, _ catalogue: Catalogue,
    _ patterns: IDPatterns
  ) {
    let live = Set(
      catalogue.techniques.map(\.id.description) + catalogue.actors.map(\.id.description))
    var found: [String: RetiredObject] = [:]
    let dead = store.entities.filter { !store[$0].isLive }
    for index in dead.sorted(by: { store[$0].id < store[$1].id }) {
      let object = store[index]
      guard let (kind, id) = Self.identify(object, patterns), !live.contains(id) else { continue }
      let successor = successions.liveEnd(of: index, in: store)
        .flatMap { Self.successor($0, catalogue) }
      if object.isRevoked, successor == nil {
        notices.append(Notice(.withoutSuccessor, at: id))
      }
      if found[id]?.successor != nil { continue }
      found[id] = RetiredObject(
        kind: kind, id: id, stixID: object.id, name: object.name ?? id, isRevoked: object.isRevoked,
        successor: successor,
        successors: successions.liveEnds(of: index, in: store)
          .compactMap { Self.successor($0, catalogue) }.sorted { $0.id < $1.id })
    }
    retired = found.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func identify(
    _ object: StixObject, _ patterns: IDPatterns
  ) -> (RetiredObject.Kind, String)? {
    if object.type == "attack-pattern" {
      return object.techniqueID(patterns).map { (.technique, $0.description) }
    }
    return object.actorKind.flatMap { kind in
      Catalogue.actorID(of: object, kind, patterns).map { (.actor(kind), $0.description) }
    }
  }

  private static func successor(
    _ end: Index<StixObject>, _ catalogue: Catalogue
  ) -> RetiredObject.Successor? {
    if let index = catalogue.techniqueOfObject[end] {
      let technique = catalogue.techniques[index]
      return .init(id: technique.id.description, name: technique.name)
    }
    return catalogue.actorOfObject[end].map { index in
      .init(id: catalogue.actors[index].id.description, name: catalogue.actors[index].name)
    }
  }
}
