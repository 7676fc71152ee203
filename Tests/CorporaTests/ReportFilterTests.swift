import Attack
import Corpora
import TestSupport
import Testing

struct ReportFilterTests {
  private let knowledge: Knowledge
  private let corpus: Corpus

  /// `manual` is cited only for a tool, `large` has three techniques, `old` is of 2014.
  init() {
    let dated = { (name: String, year: String) in
      ExternalReference(
        sourceName: name, url: "https://example.org/\(name)",
        description: "A. Uthor. (\(year), May 1). Title. Retrieved May 2, 2024.")
    }
    knowledge = .make([
      .make("T1001"), .make("T1002"), .make("T1003"), .make("G0001"), .make("S0001", "tool"),
      .make("S0002"),
      .make("G0001", "uses", "T1001") {
        $0.references = [dated("large", "2020"), dated("old", "2014")]
      },
      .make("G0001", "uses", "T1002") { $0.references = [dated("large", "2020")] },
      .make("G0001", "uses", "T1003", citing: ["undated"]) {
        $0.references.append(dated("large", "2020"))
      },
      .make("tool--S0001", "uses", "T1001") {
        $0.references = [dated("manual", "2022")]
      },
      .make("tool--S0001", "uses", "T1003") {
        $0.references = [dated("large", "2020")]
      },
      .make("S0002", "uses", "T1002", citing: ["malware"]),
    ])
    corpus = Corpus(knowledge)
  }

  /// Which reports are left out, and why: `old: old`.
  private func leftOut(_ filter: ReportFilter) -> [String] {
    let reports = FilteredReports(corpus, knowledge, by: filter)
    #expect(reports.counted == reports.leftOut.others)
    return reports.leftOut.reports.map { row in
      let reasons = reports.reasons[row].map(\.rawValue).joined(separator: " ")
      return "\(corpus.reports[row].names[0]): \(reasons)"
    }
  }

  @Test func `a filter that nobody set leaves out nothing`() {
    #expect(leftOut(ReportFilter()).isEmpty)
  }

  @Test func `a manual is cited only for tools, and malware is none`() {
    #expect(leftOut(ReportFilter(manuals: true)) == ["manual: manual"])
  }

  @Test func `a large report has so many techniques or more`() {
    #expect(leftOut(ReportFilter(techniquesFrom: 3)) == ["large: large"])
    #expect(leftOut(ReportFilter(techniquesFrom: 4)).isEmpty)
  }

  @Test func `before a year leaves out the years before it, and nothing without a date`() {
    #expect(leftOut(ReportFilter(before: 2014)).isEmpty)
    #expect(leftOut(ReportFilter(before: 2015)) == ["old: old"])
    #expect(
      leftOut(ReportFilter(before: 2023)) == ["large: old", "manual: old", "old: old"])
  }

  @Test func `a report may be left out for several reasons`() {
    let all = ReportFilter(manuals: true, techniquesFrom: 3, before: 2023)
    #expect(leftOut(all) == ["large: large old", "manual: manual old", "old: old"])
  }

  @Test func `the citations of what counts have no trace of what does not`() {
    let counted = FilteredReports(
      corpus, knowledge, by: ReportFilter(techniquesFrom: 3)
    ).counted
    let names = counted.reports.map { corpus.reports[$0].names[0] }
    #expect(names == ["malware", "manual", "old", "undated"])
    #expect(corpus.citations(of: counted).columnsByRow == [[1], [0], [0], [2]])
    #expect(corpus.citations(of: corpus.all) == corpus.citations)
    #expect(corpus.procedures.map(\.reports) == [[0, 3], [0], [0, 4], [1], [2], [0]])
    let own = corpus.procedures.map { counted.filter($0.reports) }
    #expect(own == [[3], [], [4], [1], [2], []])
  }

  @Test func `turning a choice twice gives the filter again`() {
    for filter in [ReportFilter(), ReportFilter(manuals: true, techniquesFrom: 30, before: 2020)] {
      for reason in ReportFilter.Reason.allCases {
        let once = filter.turned(reason, year: 2020)
        #expect(once.isOn(reason) != filter.isOn(reason))
        #expect(once.turned(reason, year: 2020) == filter)
      }
    }
  }

  @Test func `half of the dated reports are older than the middle year`() {
    #expect(corpus.middleYear == 2020)
  }
}
