package import Attack
import Corpora

/// What changed since the previous release: objects, reports, and pairs.
package struct ReleaseChange: Sendable {
  package let previous: PreviousRelease
  package let objects: KnowledgeChange
  package let pairs: ReleaseComparison
  /// Counted reports that the previous release did not have, the newest first; indices in
  /// `Corpus.reports`.
  package let newReports: [Int]

  /// Of the release that is built.
  private let corpus: CountedCorpus
  /// For each report its index in the corpus before.
  private let indexBefore: [Int?]

  init(
    _ knowledge: Knowledge, _ corpus: CountedCorpus, _ associations: Associations,
    since previous: PreviousRelease
  ) {
    let indices = Dictionary(
      previous.counted.rows.map { (previous.corpus.reports[$0].key, $0) },
      uniquingKeysWith: { first, _ in first })
    let indexBefore = corpus.whole.reports.map { indices[$0.key] }
    self.previous = previous
    self.corpus = corpus
    self.indexBefore = indexBefore
    objects = KnowledgeChange(from: previous.knowledge, to: knowledge)
    pairs = ReleaseComparison(previous.associations, associations)
    newReports = corpus.newestFirst.filter { indexBefore[$0] == nil }
  }

  /// How many reports cited the technique before; `nil` if it was not there.
  package func totalBefore(_ technique: Int) -> Int? {
    pairs.columnBefore[technique].map { previous.associations.counts.total($0) }
  }

  /// Reports that cite both now and did not before, the newest first.
  package func arrivals(_ a: Int, _ b: Int) -> [Int] {
    let before = previous.corpus.citations
    return corpus.reports(citing: a, b).filter { report in
      guard let row = indexBefore[report], let a = pairs.columnBefore[a],
        let b = pairs.columnBefore[b]
      else { return true }
      return !(before[row, a] && before[row, b])
    }.sorted { corpus.whole.age[$0] < corpus.whole.age[$1] }
  }
}
