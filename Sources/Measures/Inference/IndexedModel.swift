/// A model that counts reports from an index.
package protocol IndexedModel: Sendable {
  var index: CitationIndex { get }
}

extension IndexedModel {
  package var training: TrainingSet { index.training }

  /// All sightings (N).
  package var reportCount: Int { index.reportCount }

  /// The base rate of every technique: never 0, never 1.
  package var baseRates: [Double] { index.counted(omitting: []).baseRates }

  /// How much each technique tells as evidence: the rarer, the more.
  package var informationContent: [Double] { baseRates.map(\.informationContent) }

  /// The reports that cite a technique, ascending.
  package func reports(citing technique: Int) -> [Int] { index.holders[technique] }

  /// For every technique the sightings that hold it and all of the evidence.
  package func together(with evidence: [Int]) -> [Int] {
    var counts = Array(repeating: 0, count: training.ids.count)
    for report in reports(citing: evidence) {
      for technique in training.rows[report] { counts[technique] += training.sightings[report] }
    }
    return counts
  }

  /// The sightings that hold all of the evidence.
  package func reportCount(with evidence: [Int]) -> Int {
    reports(citing: evidence).reduce(0) { $0 + training.sightings[$1] }
  }

  /// The reports that cite all of these techniques, ascending.
  private func reports(citing evidence: [Int]) -> [Int] {
    training.rows.indices.filter { evidence.allSatisfy(training.rows[$0].contains) }
  }
}
