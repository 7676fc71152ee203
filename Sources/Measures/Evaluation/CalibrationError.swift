/// How far shown probabilities are from what then happened, on average (ECE).
///
/// The cases by ascending probability are cut into 15 bins of equal count, and the distance between
/// the sum of probabilities and the number of hits is added up over the bins.
///
/// Source: M. P. Naeini, G. F. Cooper, M. Hauskrecht, "Obtaining Well Calibrated Probabilities
/// Using Bayesian Binning", AAAI 2015, 2901-2907, with bins of equal count.
package struct CalibrationError: Codable, Equatable, Sendable {
  /// 0...1; 0 if there are no cases.
  package let value: Double
  /// By ascending probability, without empty ones.
  package let bins: [Bin]

  /// Cases of about the same probability.
  package struct Bin: Codable, Equatable, Sendable {
    package let cases: Int
    /// The mean probability.
    package let shown: Double
    /// The share of hits.
    package let cameTrue: Double
  }

  package init(_ probabilities: [Double], isHit: [Bool]) {
    self.init(zip(probabilities, isHit).map { Case(probability: $0, isHit: $1) })
  }

  /// Sorts the cases in place: there may be millions.
  init(_ cases: consuming [Case]) {
    var ascending = consume cases
    ascending.sort { $0.probability < $1.probability }
    let (length, longer) = ascending.count.quotientAndRemainder(dividingBy: Self.binCount)
    var bins: [Bin] = []
    var distance = 0.0
    var start = 0
    for bin in 0..<Self.binCount {
      let end = start + length + (bin < longer ? 1 : 0)
      let cases = ascending[start..<end]
      start = end
      guard !cases.isEmpty else { continue }
      var sum = 0.0
      for one in cases { sum += one.probability }
      let hits = Double(cases.count(where: \.isHit))
      distance += abs(sum - hits)
      let count = Double(cases.count)
      bins.append(Bin(cases: cases.count, shown: sum / count, cameTrue: hits / count))
    }
    self.bins = bins
    value = ascending.isEmpty ? 0 : distance / Double(ascending.count)
  }

  private static let binCount = 15
}

extension CalibrationError {
  /// A probability that was shown, and what happened.
  struct Case {
    let probability: Double
    let isHit: Bool
  }
}
