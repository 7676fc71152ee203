package import Corpora

extension TrainingSet {
  /// What the selected reports of a corpus teach, near-duplicates and campaigns kept together.
  ///
  /// A row for each of them, in their order; the columns are those of the corpus, whose ids are
  /// given.
  package init(_ corpus: Corpus, _ selection: Corpus.Selection, ids: [String]) {
    let rows = selection.rows.map { corpus.techniquesOfReport[$0] }
    let clusters = CampaignClusters(
      rows: rows, actors: selection.rows.map { corpus.namedBy[$0] },
      dates: selection.rows.map { corpus.namedOn[$0] })
    self.init(
      ids: ids, keys: selection.rows.map { corpus.reports[$0].key.text }, rows: rows,
      clusters: clusters.labels)
  }
}
