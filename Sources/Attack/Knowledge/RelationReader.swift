/// The live relations: who uses what, whose sub-technique it is, and who ran a campaign.
struct RelationReader {
  private(set) var techniques: [Technique]
  private(set) var uses: [Use] = []
  private(set) var attributions: [Knowledge.Attribution] = []
  private(set) var notices: [Notice] = []

  private let store: ObjectStore
  private let successions: RevocationChains
  private let catalogue: Catalogue

  init(_ store: ObjectStore, _ successions: RevocationChains, _ catalogue: Catalogue) {
    self.store = store
    self.successions = successions
    self.catalogue = catalogue
    techniques = catalogue.techniques
    for object in store.objects where object.isLive {
      if let relation = object.relation { read(object, relation) }
    }
    inferParents()
    uses.sort { $0.id < $1.id }
    attributions = Set(attributions).sorted { ($0.campaign, $0.group) < ($1.campaign, $1.group) }
  }
}

extension RelationReader {
  private static let readTypes: Set = ["uses", "subtechnique-of", "attributed-to", "revoked-by"]

  private mutating func read(_ object: StixObject, _ relation: StixObject.Relation) {
    guard Self.readTypes.contains(relation.type) else { return }
    for end in [relation.source, relation.target] where store.isMissing(end) {
      notices.append(Notice(.danglingReference, at: "\(object.id): \(end)"))
      return
    }
    switch relation.type {
    case "uses": readUse(object, relation)
    case "subtechnique-of":
      guard let sub = catalogue.techniquePlaces[relation.source],
        let parent = catalogue.techniquePlaces[relation.target],
        techniques[sub].id.subtechnique != nil, techniques[parent].id.subtechnique == nil
      else { return }
      techniques[sub].parent = parent
    case "attributed-to":
      guard let campaign = actor(relation.source, .campaign),
        let group = actor(relation.target, .group)
      else { return }
      attributions.append(Knowledge.Attribution(campaign: campaign, group: group))
    default: break
    }
  }

  private mutating func readUse(_ object: StixObject, _ relation: StixObject.Relation) {
    guard let actor = catalogue.actorPlaces[relation.source],
      let target = target(relation.target)
    else { return }
    let citations = object.references.filter { !$0.isOwnEntry }
    if case .technique = target, citations.isEmpty {
      notices.append(Notice(.uncitedUse, at: object.id))
    }
    uses.append(
      Use(
        id: object.id, actor: actor, target: target, description: object.description ?? "",
        references: citations))
  }

  /// What a `uses` points to: a revoked target is followed to the live end of its chain; `nil` for
  /// a deprecated one, and where the chain ends on something dead.
  private func target(_ id: String) -> Use.Target? {
    guard let named = store[id] else { return .other }
    guard !named.isDeprecated, let end = successions.liveEnd(of: id, in: store) else { return nil }
    if let technique = catalogue.techniquePlaces[end.id] { return .technique(technique) }
    return catalogue.actorPlaces[end.id].map { .actor($0) }
  }

  private func actor(_ id: String, _ kind: Actor.Kind) -> Int? {
    successions.liveEnd(of: id, in: store)
      .flatMap { catalogue.actorPlaces[$0.id] }
      .flatMap { catalogue.actors[$0].kind == kind ? $0 : nil }
  }

  /// A sub-technique without a relation belongs to the technique that its id names.
  private mutating func inferParents() {
    let places = Dictionary(
      techniques.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for place in techniques.indices where techniques[place].parent == nil {
      techniques[place].parent = techniques[place].id.parent.flatMap { places[$0] }
    }
  }
}
