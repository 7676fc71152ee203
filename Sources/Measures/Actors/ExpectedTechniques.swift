/// What the reports would expect of an actor beside what is listed with it.
package struct ExpectedTechniques: Sendable {
  package let basis: UnlistedTechniques.Basis
  /// What was asked with: columns, ascending.
  package let evidence: [Int]
  /// The first few; none where fewer than two techniques are known.
  package let candidates: [Candidate]
  /// The reports that any candidate names, the one most similar to the actor first; as indices in
  /// `Corpus.reports`.
  package let sources: [Int]

  package struct Candidate: Sendable {
    package let technique: Int
    /// The shown probability.
    package let probability: Double
    package let baseRate: Double
    /// Those that give most to the probability, as indices in `Corpus.reports`.
    package let reports: [Int]
  }

  init(_ found: UnlistedTechniques, _ calibrated: CalibratedInference) {
    let vote = found.vote
    let first = found.evidence.count < 2 ? [] : found.candidates.prefix(Self.mostListed)
    let rows = first.map { candidate in
      vote.explanation(calibrated.model.reports(citing: candidate.technique))
        .prefix(Self.mostReports).map(\.report)
    }
    basis = found.basis
    evidence = found.evidence
    candidates = zip(first, rows).map { candidate, rows in
      Candidate(
        technique: candidate.technique, probability: candidate.probability,
        baseRate: candidate.baseRate, reports: rows.map { calibrated.reports[$0] })
    }
    sources = Set(rows.joined()).sorted {
      (-vote.shares.reports[$0], $0) < (-vote.shares.reports[$1], $1)
    }.map { calibrated.reports[$0] }
  }

  private static let mostListed = 6
  private static let mostReports = 2
}
