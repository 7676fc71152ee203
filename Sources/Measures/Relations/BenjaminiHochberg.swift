/// The q-value of each of many tests: the share of chance findings among those at least as strong.
///
/// With the p-values ascending, `q_(r)` is the least of `p_(s) m / s` over all s >= r, at most 1.
///
/// Source: Y. Benjamini and Y. Hochberg, "Controlling the False Discovery Rate: A Practical and
/// Powerful Approach to Multiple Testing", Journal of the Royal Statistical Society B 57 (1995)
/// 289-300.
package struct BenjaminiHochberg: Equatable, Sendable {
  /// In the order of the p-values.
  package let qValues: [Double]

  /// - Parameters:
  ///   - pValues: in any order. Tests that are left out count as tests whose p-value is 1.
  ///   - tests: how many there were in all (m).
  package init(_ pValues: [Double], tests: Int) {
    var qValues = Array(repeating: 1.0, count: pValues.count)
    let ascending = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var least = 1.0
    for (rank, index) in ascending.enumerated().reversed() {
      least = min(least, pValues[index] * Double(tests) / Double(rank + 1))
      qValues[index] = least
    }
    self.qValues = qValues
  }
}
