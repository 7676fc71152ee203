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
  /// by key; at most `most` of them.
  package func explanation(_ holders: [Int], most: Int = .max) -> [(row: Int, term: Double)] {
    let terms = holders.lazy.map { ($0, self.shares.reports[$0]) }.filter { $0.1 > 0 }
    guard (1...Self.few).contains(most) else {
      return Array(terms.sorted { (-$0.1, $0.0) < (-$1.1, $1.0) }.prefix(most))
    }
    var largest: [(row: Int, term: Double)] = []
    for term in terms where largest.count < most || term.1 > largest[most - 1].term {
      let place = largest.firstIndex { $0.term < term.1 } ?? largest.endIndex
      largest.insert(term, at: place)
      if largest.count > most { largest.removeLast() }
    }
    return largest
  }

  /// So few are found without sorting all.
  private static let few = 20
}
