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
    let sizes = corpus.reports.map { all[$0].count }.sorted()
    let threshold = filter.techniquesFrom ?? ReportFilter.large
    reports = sizes.count
    median = sizes.isEmpty ? 0 : sizes[sizes.count / 2]
    largest = sizes.last ?? 0
    single = sizes.count { $0 == 1 }
    self.threshold = threshold
    large = all.count { $0.count >= threshold }
  }
}
