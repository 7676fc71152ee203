/// How far shown probabilities are from what then happened, on average (ECE).
///
/// The cases by rising probability are cut into 15 bins of equal count, and the distance between
/// the sum of probabilities and the number of hits is added up over the bins.
///
/// Source: M. P. Naeini, G. F. Cooper, M. Hauskrecht, "Obtaining Well Calibrated Probabilities
/// Using Bayesian Binning", AAAI 2015, 2901-2907, with bins of equal count.
package struct CalibrationError: Equatable, Sendable {
  /// 0...1; 0 where there are no cases.
  package let value: Double

  package init(_ probabilities: [Double], isHit: [Bool]) {
    let rising = probabilities.indices.sorted {
      (probabilities[$0], $0) < (probabilities[$1], $1)
    }
    let (length, longer) = rising.count.quotientAndRemainder(dividingBy: Self.binCount)
    var distance = 0.0
    var start = 0
    for bin in 0..<Self.binCount {
      let end = start + length + (bin < longer ? 1 : 0)
      var excess = 0.0
      for place in rising[start..<end] { excess += probabilities[place] }
      distance += abs(excess - Double(rising[start..<end].count { isHit[$0] }))
      start = end
    }
    value = rising.isEmpty ? 0 : distance / Double(rising.count)
  }

  private static let binCount = 15
}
