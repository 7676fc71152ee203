import Text

/// How often it was right, for every raw probability: straight lines between knots.
package struct CalibrationCurve: Codable, Equatable, Sendable {
  package struct Knot: Codable, Equatable, Sendable {
    /// The raw probability.
    package let raw: Double
    /// The share of cases that were hits there.
    package let shown: Double

    package init(raw: Double, shown: Double) {
      self.raw = raw
      self.shown = shown
    }
  }

  /// Ascending in both; none where nothing is known, and then the raw probability is shown.
  package let knots: [Knot]

  package init(knots: [Knot]) { self.knots = knots }

  /// Fits a curve to bins by ascending raw probability; it starts at (0, 0).
  package init(_ bins: [IsotonicRegression.Bin]) {
    let fitted = IsotonicRegression(bins).bins.map {
      Knot(raw: Self.rounded($0.meanScore), shown: Self.rounded($0.rate))
    }
    knots = fitted.isEmpty ? [] : [Knot(raw: 0, shown: 0)] + fitted
  }

  /// The shown probability; beyond the last knot that one's.
  package func callAsFunction(_ raw: Double) -> Double {
    guard let last = knots.last else { return raw }
    guard let upper = knots.firstIndex(where: { $0.raw > raw }) else { return last.shown }
    guard upper > 0 else { return knots[0].shown }
    let (low, high) = (knots[upper - 1], knots[upper])
    return low.shown
      + (high.shown - low.shown) * (raw - low.raw) / (high.raw - low.raw)
  }

  /// To five significant digits, as a text would have them.
  private static func rounded(_ value: Double) -> Double {
    Double(Format.significant(value, 5)) ?? value
  }
}
