/// Who took the place of whom: `revoked-by`, followed to the end.
struct Successions {
  /// A revoked object's direct successor, by STIX ids.
  private var next: [String: String] = [:]

  init(_ store: ObjectStore) {
    let relations = store.objects.filter { $0.isLive && $0.relation?.type == "revoked-by" }
      .sorted { ($0.modified, $0.id) < ($1.modified, $1.id) }
    for relation in relations.compactMap(\.relation) { next[relation.source] = relation.target }
  }

  /// The live object that `id` has become, itself if it lives; `nil` where the chain ends on
  /// something dead, or runs in a circle.
  func liveEnd(of id: String, in store: ObjectStore) -> StixObject? {
    var seen: Set<String> = []
    var id = id
    while seen.insert(id).inserted, let object = store[id] {
      if object.isLive { return object }
      guard let successor = next[id] else { return nil }
      id = successor
    }
    return nil
  }
}
