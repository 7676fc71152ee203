package import Attack

/// What a filter makes of a corpus: which reports count, and why the others do not.
package struct FilteredReports: Sendable {
  package let filter: ReportFilter
  /// For each report of the corpus why it is left out; none for those that count.
  package let reasons: IndexedList<Report, [ReportFilter.Reason]>
  package let counted: Corpus.Selection
  package let leftOut: Corpus.Selection
  /// How many reports they stand for.
  package let countedCount: Int
  package let leftOutCount: Int
  /// How many reports each reason leaves out.
  package let leftOutCounts: [ReportFilter.Reason: Int]

  package init(_ corpus: Corpus, _ knowledge: Knowledge, by filter: ReportFilter) {
    let reasons = filter.reasons(corpus, knowledge)
    self.filter = filter
    self.reasons = reasons
    counted = Corpus.Selection(of: reasons.indices) { reasons[$0].isEmpty }
    leftOut = counted.others
    countedCount = corpus.weight(of: counted.reports)
    leftOutCount = corpus.weight(of: leftOut.reports)
    leftOutCounts = leftOut.reports.reduce(into: [:]) { counts, report in
      for reason in reasons[report] { counts[reason, default: 0] += corpus.reports[report].weight }
    }
  }
}
