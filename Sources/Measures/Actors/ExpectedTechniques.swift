/// What the reports would expect of an actor beside what is listed with it.
package struct ExpectedTechniques: Sendable {
  package let basis: UnlistedTechniques.Basis
  /// What was asked with: columns, ascending.
  package let evidence: [Int]
  /// The first few; none where fewer than two techniques are known.
  package let candidates: [Candidate]

  package struct Candidate: Sendable {
    package let technique: Int
    /// The shown probability.
    package let probability: Double
    package let baseRate: Double
    /// How many times the base rate the probability is.
    package let times: Double
    /// The technique as which ATT&CK records the actor's use of this one, since it split it.
    package let successor: Int?
    /// Those that give most to the probability, as indices in `Corpus.reports`.
    package let reports: [Int]
  }

  init(
    _ found: UnlistedTechniques, _ calibrated: CalibratedInference,
    successor: (_ technique: Int) -> Int?
  ) {
    let first = found.evidence.count < 2 ? [] : found.candidates.prefix(Self.mostListed)
    basis = found.basis
    evidence = found.evidence
    candidates = first.map { candidate in
      let says = found.vote.explanation(calibrated.model.reports(citing: candidate.technique))
      return Candidate(
        technique: candidate.technique, probability: candidate.probability,
        baseRate: candidate.baseRate, times: candidate.times,
        successor: successor(candidate.technique),
        reports: says.prefix(Self.mostReports).map { calibrated.reports[$0.report] })
    }
  }

  private static let mostListed = 5
  private static let mostReports = 2
}
