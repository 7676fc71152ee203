/// Which object replaced which: `revoked-by`, followed to the end.
struct RevocationChains {
  /// Of each revoked object whose chain ends on a live one that one.
  private var ends: [Index<StixObject>: Index<StixObject>] = [:]
  /// Of each revoked object all that replaced it, as it was split.
  private var branches: [Index<StixObject>: [Index<StixObject>]] = [:]

  init(_ store: ObjectStore) {
    let links = store.links.filter { $0.isLive && $0.type == "revoked-by" }.sorted {
      let (left, right) = (store[$0.object], store[$1.object])
      return (left.modified, left.id) < (right.modified, right.id)
    }
    var next: [Index<StixObject>: Index<StixObject>] = [:]
    for link in links {
      guard let source = link.source else { continue }
      next[source] = link.target
      if let target = link.target { branches[source, default: []].append(target) }
    }
    var known: Set<Index<StixObject>> = []
    for index in next.keys {
      // As far as the chain is new; what it meets then is known already, live, dead or a circle.
      let chain = sequence(first: index) { next[$0] }
        .prefix { !store[$0].isLive && known.insert($0).inserted }
      guard let last = chain.last, let beyond = next[last] else { continue }
      let end = store[beyond].isLive ? beyond : ends[beyond]
      for index in chain { ends[index] = end }
    }
  }

  /// The live object that an object has become, itself if it lives; `nil` if the chain ends on
  /// something dead, or runs in a circle.
  func liveEnd(of index: Index<StixObject>, in store: ObjectStore) -> Index<StixObject>? {
    store[index].isLive ? index : ends[index]
  }

  /// All live objects that a dead one has become, in no order: several where it was split.
  func liveEnds(of index: Index<StixObject>, in store: ObjectStore) -> [Index<StixObject>] {
    var open = [index]
    var known: Set = [index]
    var found: [Index<StixObject>] = []
    while let one = open.popLast() {
      if store[one].isLive {
        found.append(one)
      } else {
        open += branches[one, default: []].filter { known.insert($0).inserted }
      }
    }
    return found
  }
}
