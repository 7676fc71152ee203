/// What the shown probabilities are worth.
///
/// Over all pairs it proves little, since nearly every candidate has a tiny probability: what
/// counts is each query's top twenty.
package struct CalibrationReport: Equatable, Sendable {
  /// Over all pairs of query and candidate.
  package let overall: CalibrationError
  /// Over the twenty candidates that each query ranks first.
  package let topTwenty: CalibrationError
  /// The same, by size of evidence.
  package let topTwentyBySize: [Int: CalibrationError]
  /// The mean over the queries of a size, then over the sizes.
  package let scores: ProperScores

  init(_ outcomes: [QueryOutcome]) {
    overall = Self.error(outcomes, most: .max)
    topTwenty = Self.error(outcomes, most: Self.top)
    topTwentyBySize = Dictionary(grouping: outcomes, by: \.size)
      .mapValues { Self.error($0, most: Self.top) }
    let scores = outcomes.map { ProperScores($0.shown, isHit: $0.isHit) }
    let sizes = outcomes.map(\.size)
    self.scores = ProperScores(
      logLoss: SizeMean(scores.map(\.logLoss), sizes: sizes).value,
      brier: SizeMean(scores.map(\.brier), sizes: sizes).value)
  }

  private static func error(_ outcomes: [QueryOutcome], most: Int) -> CalibrationError {
    CalibrationError(
      outcomes.flatMap { $0.shown.prefix(most) }, isHit: outcomes.flatMap { $0.isHit.prefix(most) })
  }

  private static let top = 20
}
