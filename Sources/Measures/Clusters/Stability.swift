/// A cluster's stability in a word.
package enum Stability: String, CaseIterable, Sendable {
  case stable
  case loose
  case fragile

  /// - Parameter value: the mean Jaccard index over the resamples, 0...1.
  package init(_ value: Double) {
    if value >= 0.6 {
      self = .stable
    } else if value >= 0.4 {
      self = .loose
    } else {
      self = .fragile
    }
  }
}
