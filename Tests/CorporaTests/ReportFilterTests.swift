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
    let parted = PartedCorpus(corpus, knowledge, by: filter)
    return zip(parted.leftOut.reports, parted.reasons).map { report, reasons in
      "\(report.names[0]): \(reasons.map(\.rawValue).joined(separator: " "))"
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

  @Test func `what counts has no trace of what does not, but its procedures`() {
    let parted = PartedCorpus(corpus, knowledge, by: ReportFilter(techniquesFrom: 3))
    let counted = parted.counted
    #expect(counted.reports.map { $0.names[0] } == ["malware", "manual", "old", "undated"])
    #expect(counted.citations.columnsByRow == [[1], [0], [0], [2]])
    #expect(counted.procedures.count == corpus.procedures.count)
    #expect(counted.procedures.map(\.reports) == [[2], [], [3], [0], [1], []])
    #expect(counted.citedBy == [[2], [1], [0], [0]] && counted.namedBy == counted.citedBy)
    #expect(parted.leftOut.procedures.map(\.reports) == [[0], [0], [0], [], [], [0]])
    #expect(parted.reportCount == corpus.reports.count)
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
