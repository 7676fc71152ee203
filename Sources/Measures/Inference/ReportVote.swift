package import Attack

/// What the reports say of every technique, given the evidence, and which reports say it.
package struct ReportVote: Sendable {
  /// Ascending.
  package let evidence: [Index<Technique>]
  /// By row, its share in every probability; the rest is that of the base rates.
  package let shares: VoteShares
  /// By row, how much of the evidence it holds, 0...1, the family of a technique a little.
  package let overlaps: [Double]
  /// By row, how alike its profile is to that of the evidence, -1...1.
  package let likeness: [Double]
  package let baseRates: IndexedList<Technique, Double>
  /// Before calibration.
  package let probabilities: IndexedList<Technique, Double>
  /// As many reports of equal share would tell as much: before the doubt, for an interval.
  package let effectiveSize: Double

  init(
    _ evidence: [Index<Technique>], _ shares: VoteShares, overlaps: [Double], likeness: [Double],
    baseRates: [Double], effectiveSize: Double, rows: PackedRows
  ) {
    self.evidence = evidence
    self.shares = shares
    self.overlaps = overlaps
    self.likeness = likeness
    self.baseRates = IndexedList(baseRates)
    self.effectiveSize = effectiveSize
    let cited = rows.sums(of: shares.reports, columnCount: baseRates.count)
    probabilities = IndexedList(zip(cited, baseRates).map { $0 + shares.rest * $1 })
  }

  /// The bounds around a shown probability, right about 9 times in 10: Wilson's interval on the
  /// effective number of reports, at most thirty for one technique of evidence, fifteen for two, and
  /// so on; `nil` if there are no reports.
  package func interval(around shown: Double) -> WilsonInterval? {
    let most = Self.mostReports / Double(max(evidence.count, 1))
    return WilsonInterval(share: shown, base: min(effectiveSize, most))
  }

  private static let mostReports = 30.0

  /// The part of a technique's probability that is its base rate's.
  package func baseTerm(of technique: Index<Technique>) -> Double {
    shares.rest * baseRates[technique]
  }

  /// The shares of the rows that cite a technique, given in ascending order, the largest first, then
  /// by key.
  package func explanation(_ holders: [Int]) -> [(row: Int, term: Double)] {
    holders.map { ($0, shares.reports[$0]) }.filter { $0.1 > 0 }
      .sorted { (-$0.1, $0.0) < (-$1.1, $1.0) }
  }
}
