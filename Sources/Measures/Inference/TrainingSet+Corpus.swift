package import Corpora

extension TrainingSet {
  /// What a corpus teaches, near-duplicates and campaigns kept together.
  ///
  /// Columns are those of the corpus, whose ids are given.
  package init(_ corpus: Corpus, ids: [String]) {
    let rows = corpus.citations.columnsByRow
    let clusters = CampaignClusters(
      rows: rows, actors: corpus.namedBy, dates: corpus.reports.map(\.published))
    self.init(
      ids: ids, keys: corpus.reports.map(\.key.text), rows: rows, clusters: clusters.labels)
  }
}
