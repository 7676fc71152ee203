import Foundation

/// Scores of probabilities that only honest ones make least.
///
/// Source: I. J. Good, "Rational Decisions", Journal of the Royal Statistical Society B 14 (1952)
/// 107-114, for the logarithmic loss; G. W. Brier, "Verification of Forecasts Expressed in Terms
/// of Probability", Monthly Weather Review 78 (1950) 1-3.
package struct ProperScores: Codable, Equatable, Sendable {
  /// The mean of -ln of the probability of what happened.
  package let logLoss: Double
  /// The mean squared distance of the probability from what happened.
  package let brier: Double

  init(logLoss: Double, brier: Double) {
    self.logLoss = logLoss
    self.brier = brier
  }

  /// Of at least one case.
  package init(_ probabilities: [Double], isHit: [Bool]) {
    var loss = 0.0
    var squares = 0.0
    for (probability, isHit) in zip(probabilities, isHit) {
      let honest = isHit ? probability : 1 - probability
      loss -= log(max(honest, Self.least))
      squares += (1 - honest) * (1 - honest)
    }
    logLoss = loss / Double(max(probabilities.count, 1))
    brier = squares / Double(max(probabilities.count, 1))
  }

  /// A probability of 0 that came true costs this one's logarithm.
  private static let least = 1e-15
}
