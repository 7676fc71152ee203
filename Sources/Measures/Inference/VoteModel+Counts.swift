package import Attack

extension VoteModel {
  package var training: TrainingSet { index.training }

  /// All sightings (N).
  package var reportCount: Int { index.reportCount }

  /// The base rate of every technique: never 0, never 1.
  package var baseRates: IndexedList<Technique, Double> {
    IndexedList(index.counted(omitting: []).baseRates)
  }

  /// How much each technique tells as evidence: the rarer, the more.
  package var informationContent: IndexedList<Technique, Double> {
    baseRates.mapValues(\.informationContent)
  }

  /// The rows of the reports that cite a technique, ascending.
  package func rows(citing technique: Index<Technique>) -> [Int] {
    index.holders[technique.number]
  }
}
