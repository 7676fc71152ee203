package import Attack
import Corpora
package import Measures
import Text

/// What changed since the release before: objects, reports, and pairs.
package struct ReleaseChange: Sendable {
  package let ledger: Ledger
  package let previous: PreviousRelease
  package let objects: KnowledgeChange
  package let pairs: ReleaseComparison
  /// Reports that the release before had not, newest first: places in `Corpus.reports`.
  package let newReports: [Int]
  /// For each report its place in the corpus before.
  private let placeBefore: [Int?]

  package init(_ ledger: Ledger, since previous: PreviousRelease) {
    self.ledger = ledger
    self.previous = previous
    objects = KnowledgeChange(from: previous.knowledge, to: ledger.knowledge)
    pairs = ReleaseComparison(previous.associations, ledger.associations)
    let places = Dictionary(
      previous.counted.rows.map { (previous.corpus.reports[$0].key, $0) },
      uniquingKeysWith: { first, _ in first })
    let placeBefore = ledger.corpus.reports.map { places[$0.key] }
    self.placeBefore = placeBefore
    newReports = ledger.newestFirst.filter { placeBefore[$0] == nil }
  }

  /// `v17.1`, or the whole title where a release or the domains differ in more than a number.
  package var namesOfBoth: (before: String, now: String) {
    let (old, new) = (previous.knowledge.releases, ledger.knowledge.releases)
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
    ledger.reports(citing: a, b).filter { report in
      guard let row = placeBefore[report], let a = pairs.columnBefore[a],
        let b = pairs.columnBefore[b]
      else {
        return true
      }
      return !(previous.corpus.citations[row, a] && previous.corpus.citations[row, b])
    }.sorted { ledger.age[$0] < ledger.age[$1] }
  }
}
