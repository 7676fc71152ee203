package import Attack

/// How many reports cite how many of the techniques seen, and each other technique with them: plain
/// counts, to stand beside an estimate.
package struct EvidenceCounts: Equatable, Sendable {
  /// Ascending.
  package let evidence: [Index<Technique>]
  /// By how many of the evidence they cite, 0 to all: the reports that cite exactly so many.
  package let reports: [Int]
  /// The same of those that cite a technique: by the number of evidence, then by technique.
  package let together: [IndexedList<Technique, Int>]

  /// - Parameters:
  ///   - index: of all reports.
  ///   - evidence: what was seen; repeats count once.
  package init(_ index: CitationIndex, _ evidence: [Index<Technique>]) {
    let evidence = Set(evidence).sorted()
    let training = index.training
    var held = Array(repeating: 0, count: training.rows.count)
    for technique in evidence {
      for report in index.holders[technique.number] { held[report] += 1 }
    }
    var reports = Array(repeating: 0, count: evidence.count + 1)
    var together = Array(
      repeating: Array(repeating: 0, count: training.ids.count), count: evidence.count + 1)
    for (report, row) in training.rows.enumerated() {
      let sightings = training.sightings[report]
      reports[held[report]] += sightings
      for technique in row { together[held[report]][technique] += sightings }
    }
    self.evidence = evidence
    self.reports = reports
    self.together = together.map { IndexedList($0) }
  }

  /// The reports that cite all of the evidence.
  package var reportsWithAll: Int { reports[evidence.count] }

  /// By technique, the reports that cite it and all of the evidence.
  package var togetherWithAll: IndexedList<Technique, Int> { together[evidence.count] }
}
