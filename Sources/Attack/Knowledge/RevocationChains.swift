/// Who took the place of whom: `revoked-by`, followed to the end.
struct RevocationChains {
  /// Of each revoked object whose chain ends on a live one that one, by STIX ids.
  private var ends: [String: String] = [:]

  init(_ store: ObjectStore) {
    let relations = store.objects.filter { $0.isLive && $0.relation?.type == "revoked-by" }
      .sorted { ($0.modified, $0.id) < ($1.modified, $1.id) }
    var next: [String: String] = [:]
    for relation in relations.compactMap(\.relation) { next[relation.source] = relation.target }
    var known: Set<String> = []
    for id in next.keys {
      // As far as the chain is new; what it meets then is known already, live, dead or a circle.
      let chain = sequence(first: id) { next[$0] }
        .prefix { store[$0]?.isLive == false && known.insert($0).inserted }
      guard let last = chain.last, let beyond = next[last] else { continue }
      let end = store[beyond]?.isLive == true ? beyond : ends[beyond]
      for id in chain { ends[id] = end }
    }
  }

  /// The live object that `id` has become, itself if it lives; `nil` where the chain ends on
  /// something dead, or runs in a circle.
  func liveEnd(of id: String, in store: ObjectStore) -> StixObject? {
    guard let object = store[id], !object.isLive else { return store[id] }
    return ends[id].flatMap { store[$0] }
  }
}
