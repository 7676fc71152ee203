extension Sequence where Element: Hashable {
  /// Each element once, in the order of first occurrence.
  ///
  /// Public, so that other modules compile it for their own types.
  @inlinable
  public var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
