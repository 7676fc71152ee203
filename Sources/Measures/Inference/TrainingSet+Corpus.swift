package import Attack
package import Corpora

extension TrainingSet {
  /// What the selected reports of a corpus teach, near-duplicates and campaigns kept together.
  ///
  /// A row for each of them, in their order, a weighted set too, which is a cluster of its own; the columns are
  /// those of the corpus, whose ids are given.
  package init(
    _ corpus: Corpus, _ selection: Corpus.Selection, ids: IndexedList<Technique, String>
  ) {
    let rows = selection.reports.map { corpus.techniquesOfReport[$0].map(\.number) }
    let named = selection.named(in: corpus)
    let clusters = CampaignClusters(
      rows: Array(rows.prefix(named.count)), actors: named.map { corpus.namedBy[$0] },
      dates: named.map { corpus.namedOn[$0] })
    self.init(
      ids: ids, keys: selection.reports.map { corpus.reports[$0].key.text }, rows: rows,
      clusters: clusters.labels + Array(named.count..<rows.count),
      sightings: corpus.weights(of: selection))
  }
}
