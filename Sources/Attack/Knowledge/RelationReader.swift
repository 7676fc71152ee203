/// The live relations: who uses what, whose sub-technique it is, and who ran a campaign.
struct RelationReader {
  private(set) var techniques: IndexedList<Technique, Technique>
  private(set) var uses: [Use] = []
  private(set) var attributions: [Attribution] = []
  private(set) var notices: [Notice] = []

  private let store: ObjectStore
  private let successions: RevocationChains
  private let catalogue: Catalogue

  init(_ store: ObjectStore, _ successions: RevocationChains, _ catalogue: Catalogue) {
    self.store = store
    self.successions = successions
    self.catalogue = catalogue
    techniques = catalogue.techniques
    for link in store.links where link.isLive { read(link) }
    inferParents()
    uses.sort { $0.id < $1.id }
    attributions = Set(attributions).sorted { ($0.campaign, $0.group) < ($1.campaign, $1.group) }
  }
}

extension RelationReader {
  private static let readTypes: Set = ["uses", "subtechnique-of", "attributed-to", "revoked-by"]

  private mutating func read(_ link: ObjectStore.Link) {
    guard Self.readTypes.contains(link.type) else { return }
    if let end = store.missingEnd(of: link) {
      notices.append(Notice(.danglingReference, at: "`\(store[link.object].id)`: `\(end)`"))
      return
    }
    guard let source = link.source else { return }
    switch link.type {
    case "uses":
      if let actor = catalogue.actorOfObject[source] { readUse(by: actor, link) }
    case "subtechnique-of":
      guard let sub = catalogue.techniqueOfObject[source],
        let parent = link.target.flatMap({ catalogue.techniqueOfObject[$0] }),
        techniques[sub].id.mayBeSub, techniques[parent].id.parent == nil, sub != parent
      else { return }
      techniques[sub].parent = parent
    case "attributed-to":
      guard let campaign = actor(source, .campaign),
        let group = link.target.flatMap({ actor($0, .group) })
      else { return }
      attributions.append(Attribution(campaign: campaign, group: group))
    default: break
    }
  }

  private mutating func readUse(by actor: Index<Actor>, _ link: ObjectStore.Link) {
    guard let target = target(link.target) else { return }
    let id = store[link.object].id
    let citations = store[link.object].references.citations
    if case .technique = target, citations.isEmpty {
      notices.append(Notice(.uncitedUse, at: "`\(id)`"))
    }
    uses.append(
      Use(
        id: id, actor: actor, target: target,
        description: store[link.object].description ?? "", created: store[link.object].created,
        references: citations, collection: store.collections[id]))
  }

  /// What a `uses` points to: a revoked target is followed to the live end of its chain; `nil` for
  /// a deprecated one, and where the chain ends on something dead.
  private func target(_ index: Index<StixObject>?) -> Use.Target? {
    guard let index else { return .other }
    guard !store[index].isDeprecated, let end = successions.liveEnd(of: index, in: store)
    else { return nil }
    if let technique = catalogue.techniqueOfObject[end] { return .technique(technique) }
    return catalogue.actorOfObject[end].map { .actor($0) }
  }

  private func actor(_ index: Index<StixObject>, _ kind: Actor.Kind) -> Index<Actor>? {
    successions.liveEnd(of: index, in: store)
      .flatMap { catalogue.actorOfObject[$0] }
      .flatMap { catalogue.actors[$0].kind == kind ? $0 : nil }
  }

  /// A sub-technique without a relation belongs to the technique that its id names.
  private mutating func inferParents() {
    let indexOfID = Dictionary(
      techniques.indexed().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for index in techniques.indices where techniques[index].parent == nil {
      techniques[index].parent = techniques[index].id.parent.flatMap { indexOfID[$0] }
    }
  }
}
