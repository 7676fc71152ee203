/// Which object replaced which: `revoked-by`, followed to the end.
struct RevocationChains {
  /// Of each revoked object whose chain ends on a live one that one.
  private var ends: [Index<StixObject>: Index<StixObject>] = [:]

  init(_ store: ObjectStore) {
    let links = store.links.filter { $0.isLive && $0.type == "revoked-by" }.sorted {
      let (left, right) = (store[$0.object], store[$1.object])
      return (left.modified, left.id) < (right.modified, right.id)
    }
    var next: [Index<StixObject>: Index<StixObject>] = [:]
    for link in links {
      if let source = link.source { next[source] = link.target }
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
}
