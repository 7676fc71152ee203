package import Attack

/// The measures of a technique's partner.
package struct Association: CitedPair, Equatable, Sendable {
  package let partner: Index<Technique>
  package let together: Int
  package let base: Int
  package let expected: Double
  package let ratio: ShrunkenRatio
  package let pValue: Double
  package let qValue: Double
  /// `nil` below three reports.
  package let grade: Grade?
  /// Whether one is the other's sub-technique, or both are subs of one parent.
  package let isFamily: Bool

  /// Whether it would survive a test of all pairs at once.
  package var isSignificant: Bool { qValue <= Self.level }

  private static let level = 0.05
}
