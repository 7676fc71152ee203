package import Attack

/// In which order techniques are suggested.
package enum SuggestionOrder: String, CaseIterable, Codable, Sendable {
  /// By the probability times how many times the usual it is, so that what is in every report does
  /// not stand first.
  case telling
  /// By the probability.
  case likely

  /// The higher, the earlier; of a probability before calibration, and of what it is without
  /// evidence.
  package func score(_ probability: Double, baseRate: Double) -> Double {
    switch self {
    case .telling:
      probability * (probability + Self.softening) / (baseRate + Self.softening)
    case .likely: probability
    }
  }

  /// The score of every technique.
  package func scores(_ vote: ReportVote) -> IndexedList<Technique, Double> {
    IndexedList(zip(vote.probabilities, vote.baseRates).map { score($0, baseRate: $1) })
  }

  /// The techniques outside of the evidence and of what was not found, equals by id.
  package func ranking(
    _ vote: ReportVote, without absent: [Index<Technique>] = []
  ) -> [Index<Technique>] {
    let scores = scores(vote)
    let known = Set(vote.evidence + absent)
    return scores.indices.filter { !known.contains($0) }
      .sorted { (-scores[$0], $0) < (-scores[$1], $1) }
  }

  /// Holds back what is rare.
  private static let softening = 0.02
}
