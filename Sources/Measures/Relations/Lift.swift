/// How much more often two techniques are cited together than if they were independent.
///
/// `O R / (n_a n_b)`: for readers who know it. It favours rarities, and nothing is ranked by it.
///
/// Source: S. Brin, R. Motwani, J. D. Ullman, S. Tsur, "Dynamic Itemset Counting and Implication
/// Rules for Market Basket Data", SIGMOD 1997, there called interest.
package struct Lift: Equatable, Sendable {
  package let value: Double

  /// `nil` if one of the two is never cited.
  ///
  /// - Parameters:
  ///   - together: the reports that cite both (O).
  ///   - a: the reports that cite the first.
  ///   - b: the reports that cite the second.
  ///   - reports: all of them (R).
  package init?(together: Int, _ a: Int, _ b: Int, reports: Int) {
    guard a > 0, b > 0 else { return nil }
    value = Double(together) * Double(reports) / (Double(a) * Double(b))
  }
}
