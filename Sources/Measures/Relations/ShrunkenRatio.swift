/// How much more often than expected a pair is seen, drawn towards 1 where there is little to see.
///
/// `ratio = (O + 5) / (E + 5)`: to every pair five reports are added in which it was seen exactly
/// as often as expected. `lower` is the 5 % quantile of the posterior Gamma(O + 5, E + 5) of the
/// true ratio, by the cube-root approximation: "at least this many times".
///
/// Source: W. DuMouchel, "Bayesian Data Mining in Large Frequency Tables", The American
/// Statistician 53 (1999) 177-190, with one fixed prior; E. B. Wilson and M. M. Hilferty, "The
/// Distribution of Chi-Square", Proceedings of the National Academy of Sciences 17 (1931) 684-688.
package struct ShrunkenRatio: Equatable, Sendable {
  /// The posterior mean of the true ratio.
  package let ratio: Double
  /// Its 5 % lower bound (L).
  package let lower: Double

  /// - Parameters:
  ///   - together: the reports that cite both (O).
  ///   - expected: how many would by the sizes of the reports (E).
  package init(together: Int, expected: Double) {
    let shape = Double(together) + Self.pseudoReports
    ratio = shape / (expected + Self.pseudoReports)
    let root = max(0, 1 - 1 / (9 * shape) - Self.z / (3 * shape.squareRoot()))
    lower = ratio * root * root * root
  }

  /// The inverse of the ratio: how far apart the two are in clusters and heatmaps.
  package static func distance(together: Int, expected: Double) -> Double {
    (expected + pseudoReports) / (Double(together) + pseudoReports)
  }

  /// The reports added to every pair.
  private static let pseudoReports = 5.0
  /// The standard normal's 95 % point.
  private static let z = 1.6448536269514722
}
