package import Attack
package import Corpora

/// What changed since the previous release: objects, reports, and pairs.
package struct ReleaseChange: Sendable {
  package let previous: PreviousRelease
  package let objects: KnowledgeChange
  package let pairs: ReleaseComparison
  /// Counted reports that the previous release did not have, the newest first.
  package let newReports: [Index<Report>]

  /// Of the release that is built.
  private let corpus: CountedCorpus
  /// For each report the same one in the corpus before.
  private let indexBefore: IndexedList<Report, Index<Report>?>

  /// - Parameters:
  ///   - knowledge: of the release that is built.
  ///   - corpus: its reports.
  ///   - associations: of those that count.
  ///   - previous: the release before.
  package init(
    _ knowledge: Knowledge, _ corpus: CountedCorpus, _ associations: Associations,
    since previous: PreviousRelease
  ) {
    let indices = Dictionary(
      previous.counted.reports.map { (previous.corpus.reports[$0].key, $0) },
      uniquingKeysWith: { first, _ in first })
    let indexBefore = corpus.whole.reports.mapValues { indices[$0.key] }
    self.previous = previous
    self.corpus = corpus
    self.indexBefore = indexBefore
    objects = KnowledgeChange(from: previous.knowledge, to: knowledge)
    pairs = ReleaseComparison(previous.associations, associations)
    newReports = corpus.newestFirst.filter { indexBefore[$0] == nil }
  }

  /// How many reports cited the technique before; `nil` if it was not there.
  package func totalBefore(_ technique: Index<Technique>) -> Int? {
    pairs.techniqueBefore[technique].map { previous.associations.counts.total($0) }
  }

  /// Reports that cite both now and did not before, the newest first.
  package func arrivals(
    _ a: Index<Technique>, _ b: Index<Technique>
  ) -> [Index<Report>] {
    let before = previous.corpus
    return corpus.reports(citing: a, b).filter { report in
      guard let old = indexBefore[report], let a = pairs.techniqueBefore[a],
        let b = pairs.techniqueBefore[b]
      else { return true }
      return !(before.cites(old, a) && before.cites(old, b))
    }.sorted { corpus.whole.age[$0] < corpus.whole.age[$1] }
  }
}
