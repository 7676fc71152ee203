import Foundation

/// Pointwise mutual information, scaled to run from -1 (never together) to 1 (never apart).
///
/// `ln(O R / (n_a n_b)) / ln(R / O)`, with its limits: -1 where O = 0, and 1 where O = R.
///
/// Source: G. Bouma, "Normalized (Pointwise) Mutual Information in Collocation Extraction",
/// GSCL 2009.
package struct NormalizedPMI: Equatable, Sendable {
  package let value: Double

  /// `nil` if one of the two is never cited.
  ///
  /// - Parameters:
  ///   - together: the reports that cite both (O).
  ///   - a: the reports that cite the first.
  ///   - b: the reports that cite the second.
  ///   - reports: all of them (R).
  package init?(together: Int, _ a: Int, _ b: Int, reports: Int) {
    guard let lift = Lift(together: together, a, b, reports: reports) else { return nil }
    switch together {
    case 0: value = -1
    case reports: value = 1
    default: value = log(lift.value) / log(Double(reports) / Double(together))
    }
  }
}
