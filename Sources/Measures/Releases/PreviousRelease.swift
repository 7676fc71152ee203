package import Attack
package import Corpora

/// The previous release, as far as it is compared: read and measured as this one is.
package struct PreviousRelease: Sendable {
  package let knowledge: Knowledge
  package let corpus: Corpus
  /// The reports that count, by the same choices.
  package let counted: Corpus.Selection
  package let associations: Associations

  /// - Parameters:
  ///   - knowledge: of the previous release.
  ///   - corpus: its reports, and those that count beside them; `nil` for its reports alone.
  ///   - filter: which reports count, then as now.
  package init(
    _ knowledge: Knowledge, _ corpus: Corpus? = nil, by filter: ReportFilter
  ) async {
    let corpus = corpus ?? Corpus(knowledge)
    let counted = FilteredReports(corpus, knowledge, by: filter).counted
    self.knowledge = knowledge
    self.corpus = corpus
    self.counted = counted
    associations = await Associations(
      corpus.citations(of: counted), ids: knowledge.techniqueIDs,
      weights: corpus.weights(of: counted))
  }
}
