/// Intervals of values that were drawn.
extension Array where Element: Comparable {
  /// The middle 95 % of ascending values, the ends among them; `nil` of none.
  var middle95: ClosedRange<Element>? {
    guard !isEmpty else { return nil }
    let tail = Int(Double(count) * 0.025)
    return self[tail]...self[count - 1 - tail]
  }
}
