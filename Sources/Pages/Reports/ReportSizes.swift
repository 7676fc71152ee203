import Attack
import Corpora

/// How many techniques the reports are cited for.
struct ReportSizes: Sendable {
  /// Of the reports that count.
  let reports: Int
  let median: Int
  let largest: Int
  /// Reports of one technique.
  let single: Int
  /// From this many techniques on a report is called large.
  let threshold: Int
  /// Of all reports, those left out too.
  let large: Int

  init(_ corpus: CountedCorpus, _ filter: ReportFilter) {
    let all = corpus.whole.techniquesOfReport
    var counts: [Int: Int] = [:]
    for row in corpus.rows { counts[all[row].count, default: 0] += corpus.report(row).weight }
    let sizes = counts.sorted { $0.key < $1.key }
    let threshold = filter.techniquesFrom ?? ReportFilter.large
    reports = corpus.count
    median = Self.median(sizes, of: corpus.count)
    largest = sizes.last?.key ?? 0
    single = counts[1] ?? 0
    self.threshold = threshold
    large = corpus.whole.weight(of: all.indices.filter { all[$0].count >= threshold })
  }

  /// Of reports by their size, the smallest first; 0 of none.
  private static func median(_ sizes: [(key: Int, value: Int)], of all: Int) -> Int {
    var before = 0
    for (size, count) in sizes {
      before += count
      if before > all / 2 { return size }
    }
    return 0
  }
}
