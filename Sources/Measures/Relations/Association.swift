/// What the reports say of one technique's partner.
package struct Association: Equatable, Sendable {
  /// The partner, by its column.
  package let partner: Int
  /// Reports that cite both (O).
  package let together: Int
  /// Reports that cite the technique (n), the base of shares.
  package let base: Int
  /// How many would cite both by the sizes of the reports alone (E).
  package let expected: Double
  /// Ratio and lower bound (L).
  package let ratio: ShrunkenRatio
  package let pValue: Double
  package let qValue: Double
  /// `nil` below three reports.
  package let grade: Grade?
  /// Whether one is the other's sub-technique, or both are subs of one parent.
  package let isFamily: Bool
}

extension Association {
  /// The part of the technique's reports that cite the partner too; 0 without reports.
  package var share: Double { base == 0 ? 0 : Double(together) / Double(base) }

  /// The part that the sizes of the reports would explain.
  package var expectedShare: Double { base == 0 ? 0 : expected / Double(base) }

  /// The share's 95 % interval; `nil` without reports.
  package var interval: WilsonInterval? { WilsonInterval(together, of: base) }

  /// Whether it would survive a test of all pairs at once.
  package var isSignificant: Bool { qValue <= Self.level }

  private static let level = 0.05
}
