extension Sequence where Element: Hashable {
  /// Each element once, in the order of first occurrence.
  ///
  /// Public, so that other modules compile it for their own types.
  @inlinable
  public var distinct: [Element] {
    var kept: [Element] = []
    var seen: Set<Element> = []
    for element in self {
      // To compare with a few is cheaper than to hash.
      if kept.count < 8 {
        if !kept.contains(element) { kept.append(element) }
      } else {
        if seen.isEmpty { seen = Set(kept) }
        if seen.insert(element).inserted { kept.append(element) }
      }
    }
    return kept
  }
}

extension Array where Element: Equatable {
  /// Each element of a sorted list once.
  public var withoutRepeats: [Element] {
    indices.filter { $0 == 0 || self[$0] != self[$0 - 1] }.map { self[$0] }
  }
}
