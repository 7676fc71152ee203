extension VoteModel {
  package var training: TrainingSet { index.training }

  /// All sightings (N).
  package var reportCount: Int { index.reportCount }

  /// The base rate of every technique: never 0, never 1.
  package var baseRates: [Double] { index.counted(omitting: []).baseRates }

  /// How much each technique tells as evidence: the rarer, the more.
  package var informationContent: [Double] { baseRates.map(\.informationContent) }

  /// The reports that cite a technique, ascending.
  package func reports(citing technique: Int) -> [Int] { index.holders[technique] }
}
