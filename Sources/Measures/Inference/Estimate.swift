package import Attack

/// A vote of reports as it is shown.
package struct Estimate: Sendable {
  package let vote: ReportVote
  /// The chance of each technique, calibrated.
  package let shown: IndexedList<Technique, Double>
  /// What the same reports say in plain counts.
  package let counts: EvidenceCounts

  /// How many times the usual a technique's chance is.
  package func times(_ technique: Index<Technique>) -> Double {
    shown[technique] / vote.baseRates[technique]
  }

  /// The interval around a technique's chance, right about 9 times in 10: 0...1 if there are no
  /// reports.
  package func bounds(of technique: Index<Technique>) -> (low: Double, high: Double) {
    vote.interval(around: shown[technique]).map { ($0.low, $0.high) } ?? (0, 1)
  }
}
