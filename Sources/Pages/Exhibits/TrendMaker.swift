import Attack
import Corpora

/// Counts reports by their year.
struct TrendMaker: Sendable {
  private let corpus: CountedCorpus

  init(_ corpus: CountedCorpus) { self.corpus = corpus }

  /// The last years of the corpus that hold any report, thirteen at most.
  func trend(_ title: String, _ reports: [Index<Report>]) -> Trend {
    let (all, some) = (corpus.countsByYear, corpus.countsByYear(of: reports))
    guard let last = all.keys.max(), let first = all.keys.min() else {
      return Trend(title: title, years: [])
    }
    return Trend(
      title: title,
      years: (max(first, last - 12)...last).map {
        Trend.Year(year: $0, count: some[$0] ?? 0, of: all[$0] ?? 0)
      })
  }
}
