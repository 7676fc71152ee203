import Attack

/// How good the probabilities of a method are.
///
/// Over all pairs it proves little, since nearly every candidate has a tiny probability: what
/// counts is each query's top twenty.
package struct CalibrationReport: Codable, Equatable, Sendable {
  /// Over all pairs of query and candidate.
  package let overall: CalibrationError
  /// Over the twenty candidates that each query ranks first.
  package let topTwenty: CalibrationError
  /// The mean over the queries of a size, then over the sizes.
  package let scores: ProperScores

  init(_ forecasts: some Collection<Forecast>, sizes: [Int]) {
    overall = Self.error(forecasts, most: .max)
    topTwenty = Self.error(forecasts, most: Self.top)
    let scores = forecasts.map { ProperScores($0.probabilities, isHit: $0.isHit) }
    self.scores = ProperScores(
      logLoss: SizeMean(scores.map(\.logLoss), sizes: sizes).value,
      brier: SizeMean(scores.map(\.brier), sizes: sizes).value)
  }

  static func error(
    _ forecasts: some Collection<Forecast>, most: Int
  ) -> CalibrationError {
    var cases: [CalibrationError.Case] = []
    cases.reserveCapacity(forecasts.reduce(0) { $0 + min(most, $1.probabilities.count) })
    for forecast in forecasts {
      for (probability, isHit) in zip(forecast.probabilities, forecast.isHit).prefix(most) {
        cases.append(CalibrationError.Case(probability: probability, isHit: isHit))
      }
    }
    return CalibrationError(cases)
  }

  /// So many candidates of a query are told apart.
  static let top = 20
}

/// A method's probabilities for one query's candidates, highest first, and which were true.
struct Forecast: Sendable {
  let probabilities: [Double]
  /// Whether each was hidden.
  let isHit: [Bool]

  init(
    _ probabilities: IndexedList<Technique, Double>, ranking: [Index<Technique>],
    hidden: Set<Index<Technique>>
  ) {
    self.probabilities = ranking.map { probabilities[$0] }
    isHit = ranking.map(hidden.contains)
  }
}
