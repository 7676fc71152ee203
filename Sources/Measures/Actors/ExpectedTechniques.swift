package import Attack
package import Corpora

/// What the reports would expect of an actor beside what is listed with it.
package struct ExpectedTechniques: Sendable {
  package let basis: UnlistedTechniques.Basis
  /// What was asked with, ascending.
  package let evidence: [Index<Technique>]
  /// The first few; none where fewer than two techniques are known.
  package let candidates: [Candidate]

  package struct Candidate: Sendable {
    package let technique: Index<Technique>
    /// The shown probability.
    package let probability: Double
    package let baseRate: Double
    /// How many times the base rate the probability is.
    package let times: Double
    /// The technique as which ATT&CK records the actor's use of this one, since it split it.
    package let successor: Index<Technique>?
    /// Those that give most to the probability.
    package let reports: [Index<Report>]
  }

  init(
    _ found: UnlistedTechniques, _ calibrated: CalibratedInference,
    successor: (Index<Technique>) -> Index<Technique>?
  ) {
    let first = found.evidence.count < 2 ? [] : found.candidates.prefix(Self.mostListed)
    basis = found.basis
    evidence = found.evidence
    candidates = first.map { candidate in
      let says = calibrated.says(
        of: candidate.technique, in: found.vote, most: Self.mostReports)
      return Candidate(
        technique: candidate.technique, probability: candidate.probability,
        baseRate: candidate.baseRate, times: candidate.times,
        successor: successor(candidate.technique),
        reports: says.map(\.report))
    }
  }

  private static let mostListed = 5
  private static let mostReports = 2
}
