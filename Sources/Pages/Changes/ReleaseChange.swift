package import Attack
package import Corpora
package import Measures
import Text

/// What changed since the release before: objects, reports, and pairs.
package struct ReleaseChange: Sendable {
  package let previous: PreviousRelease
  package let objects: KnowledgeChange
  package let pairs: ReleaseComparison
  /// Reports that the release before had not, newest first: places in `Corpus.reports`.
  package let newReports: [Int]
  /// `v17.1`, or the whole title where a release or the domains differ in more than a number.
  package let namesOfBoth: (before: String, now: String)
  /// For each report its place in the corpus before.
  private let placeBefore: [Int?]
  private let corpus: CountedCorpus

  /// - Parameters:
  ///   - knowledge: of this release.
  ///   - corpus: its reports.
  ///   - associations: of these reports.
  ///   - previous: the release before.
  package init(
    _ knowledge: Knowledge, _ corpus: CountedCorpus, _ associations: Associations,
    since previous: PreviousRelease
  ) {
    self.corpus = corpus
    self.previous = previous
    objects = KnowledgeChange(from: previous.knowledge, to: knowledge)
    pairs = ReleaseComparison(previous.associations, associations)
    namesOfBoth = Self.names(previous.knowledge.releases, knowledge.releases)
    let places = Dictionary(
      previous.counted.rows.map { (previous.corpus.reports[$0].key, $0) },
      uniquingKeysWith: { first, _ in first })
    let placeBefore = corpus.whole.reports.map { places[$0.key] }
    self.placeBefore = placeBefore
    newReports = corpus.newestFirst.filter { placeBefore[$0] == nil }
  }

  private static func names(_ old: [Release], _ new: [Release]) -> (before: String, now: String) {
    if old.count == 1, new.count == 1, let before = old[0].version, let now = new[0].version {
      return ("v" + before, "v" + now)
    }
    return (Format.list(old.map(\.title)), Format.list(new.map(\.title)))
  }

  /// How many reports cited the technique before; none where it was not there.
  package func totalBefore(_ technique: Int) -> Int? {
    pairs.columnBefore[technique].map { previous.associations.counts.total($0) }
  }

  /// Reports that cite both now and did not before, newest first.
  package func arrivals(_ a: Int, _ b: Int) -> [Int] {
    corpus.reports(citing: a, b).filter { report in
      guard let row = placeBefore[report], let a = pairs.columnBefore[a],
        let b = pairs.columnBefore[b]
      else {
        return true
      }
      return !(previous.corpus.citations[row, a] && previous.corpus.citations[row, b])
    }.sorted { corpus.whole.age[$0] < corpus.whole.age[$1] }
  }
}
