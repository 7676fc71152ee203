package import Attack

extension Corpus {
  /// Some of a corpus's reports, as a bit mask.
  package struct Selection: Equatable, Sendable {
    /// The selected reports, ascending.
    package let reports: [Index<Report>]
    /// All reports of the corpus, selected or not.
    package let all: Range<Index<Report>>
    /// A bit for each report, 64 to a word.
    private let words: [UInt64]

    /// - Parameters:
    ///   - all: the reports of the corpus.
    ///   - isSelected: asked once for each of them, in their order.
    package init(
      of all: Range<Index<Report>>, where isSelected: (Index<Report>) -> Bool = { _ in true }
    ) {
      var words = [UInt64](repeating: 0, count: (all.count + 63) / 64)
      var reports: [Index<Report>] = []
      for report in all where isSelected(report) {
        words[report.number / 64] |= 1 << UInt64(report.number % 64)
        reports.append(report)
      }
      self.reports = reports
      self.all = all
      self.words = words
    }
  }

  /// A selection of every report.
  package var all: Selection { Selection(of: reports.indices) }
}

extension Corpus.Selection {
  package var count: Int { reports.count }

  package var isEmpty: Bool { reports.isEmpty }

  package var isAll: Bool { count == all.count }

  package func contains(_ report: Index<Report>) -> Bool {
    words[report.number / 64] >> UInt64(report.number % 64) & 1 == 1
  }

  /// Those of some reports that are selected, in the order in which they are given.
  package func filter(_ reports: [Index<Report>]) -> [Index<Report>] {
    isAll ? reports : reports.filter(contains)
  }

  /// The reports that are not selected.
  package var others: Corpus.Selection {
    Corpus.Selection(of: all) { !contains($0) }
  }
}
