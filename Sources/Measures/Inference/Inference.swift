/// The estimate of every technique, given the evidence, and the reports behind it.
package struct Inference: Sendable {
  /// Columns, ascending.
  package let evidence: [Int]
  /// By report.
  package let weights: [Double]
  /// The sum of all weights (W).
  package let totalWeight: Double
  /// The weight of the base rates (s).
  package let smoothing: Double
  /// By technique.
  package let baseRates: [Double]
  /// By technique, as the formula has them, before calibration.
  package let probabilities: [Double]
  /// The number of reports of equal weight that would be as informative.
  ///
  /// Source: L. Kish, "Survey Sampling" (1965).
  package let effectiveSize: Double

  init(
    evidence: [Int], weights: [Double], smoothing: Double, baseRates: [Double], rows: [[Int]],
    sightings: [Int], reports: Int
  ) {
    var total = 0.0
    var squares = 0.0
    var cited = Array(repeating: 0.0, count: baseRates.count)
    for (report, weight) in weights.enumerated() where weight > 0 {
      total += weight
      squares += weight * weight / Double(sightings[report])
      for technique in rows[report] { cited[technique] += weight }
    }
    self.evidence = evidence
    self.weights = weights
    totalWeight = total
    self.smoothing = smoothing
    self.baseRates = baseRates
    let all = total + smoothing
    probabilities = zip(cited, baseRates).map { ($0 + smoothing * $1) / all }
    effectiveSize =
      reports == 0 ? 0 : all * all / (squares + smoothing * smoothing / Double(reports))
  }

  /// The part of a technique's probability that is its base rate's.
  package func baseTerm(of technique: Int) -> Double {
    smoothing * baseRates[technique] / (totalWeight + smoothing)
  }

  /// The part of a probability that one report gives to every technique that it cites.
  package func term(of report: Int) -> Double { weights[report] / (totalWeight + smoothing) }

  /// The techniques outside the evidence, the most probable first, then by id.
  package var ranking: [Int] {
    let known = Set(evidence)
    return probabilities.indices.filter { !known.contains($0) }
      .sorted { (-probabilities[$0], $0) < (-probabilities[$1], $1) }
  }

  /// The terms of the reports that cite a technique, given as ascending indices; the largest first,
  /// then by key.
  package func explanation(_ holders: [Int]) -> [(report: Int, term: Double)] {
    holders.filter { weights[$0] > 0 }.map { ($0, term(of: $0)) }
      .sorted { (-$0.term, $0.report) < (-$1.term, $1.report) }
  }
}
