import Attack
import Corpora
import TestSupport
import Testing

/// A team's own reports beside ATT&CK's.
struct EvidenceTests {
  /// ATT&CK cites `https://example.org/r100` for T1047 alone.
  private static let knowledge = Knowledge.make(reports: [["T1047"]])

  private static func file(_ text: String, name: String = "own.csv") throws -> Evidence.File {
    let read = try ReportFile(Array(text.utf8), name: "own")
    let resolver = TechniqueResolver(knowledge)
    return Evidence.File(
      name: name, format: read.format,
      reports: read.reports.map { TeamReport($0, ofFile: "own", by: resolver) },
      remarks: read.remarks)
  }

  private static func evidence(_ texts: String..., set: String? = nil) throws -> Evidence {
    let files = try texts.map { try file($0) }
    return Evidence([Evidence.Source(name: set, isPublic: set != nil, files: files)])
  }

  private static func corpus(_ evidence: Evidence) -> Corpus { Corpus(knowledge, evidence) }

  @Test func `a report with ATT&CK's address is ATT&CK's report, which two cite`() throws {
    let corpus = Self.corpus(
      try Self.evidence("technique,source,tlp\nT1047,http://www.example.org/r100/,amber\n"))
    #expect(corpus.reports.count == 1)
    let report = try #require(corpus.reports.first)
    #expect(report.origins == [.attack, .team] && !report.isInternal && report.tlp == .amber)
    #expect(report.url == "https://example.org/r100")
  }

  @Test func `with a second address it is the team's own`() throws {
    let corpus = Self.corpus(
      try Self.evidence(
        "technique,source\nT1047,https://example.org/r100\nT1047,https://example.org/x\n"))
    #expect(corpus.reports.map(\.key.text) == ["example.org/r100", "own:example.org/r100"])
    #expect(corpus.reports.map(\.isInternal) == [false, true])
  }

  @Test func `a report in two files is one, with the first date and the strictest marking`() throws
  {
    let corpus = Self.corpus(
      try Self.evidence(
        #"{"Event": {"info": "Theft", "uuid": "AB", "date": "2026-03-14", "Tag": [{"name": "tlp:green"}, {"name": "misp-galaxy:mitre-attack-pattern=\"A - T1047\""}]}}"#,
        #"[{"type": "grouping", "id": "grouping--ab", "name": "Theft 2", "created": "2026-01-01T00:00:00Z", "labels": ["tlp:amber"], "object_refs": ["attack-pattern--T1047"]}]"#
      ))
    let own = try #require(corpus.reports.first { $0.key.text == "own:ab" })
    #expect(corpus.reports.count == 2 && own.isInternal && own.title == "Theft")
    #expect(own.published == PartialDate(year: 2026, month: 3, day: 14) && !own.isDateOfAdding)
    #expect(own.tlp == .amber && own.names == ["Theft", "Theft 2"])
  }

  @Test func `a date of adding is taken where there is no other, and called so`() throws {
    let corpus = Self.corpus(
      try Self.evidence(
        #"[{"type": "report", "id": "report--1", "name": "A", "created": "2026-01-02T00:00:00Z", "object_refs": ["attack-pattern--T1047"]}]"#
      ))
    let own = try #require(corpus.reports.first { $0.isInternal })
    #expect(own.isDateOfAdding && own.published?.description == "2026-01-02")
  }

  @Test func `a public set is evidence of another origin, and stays on a public site`() throws {
    let set = try Self.evidence("technique\nT1047\n", set: "TIE")
    let own = try Self.evidence("report,technique\nZed,T1047\n")
    let both = Evidence(own.sources + set.sources)
    #expect(both.setNames == ["TIE"] && !both.isEmpty)
    let corpus = Self.corpus(both)
    #expect(corpus.sets == ["TIE"])
    #expect(corpus.reports.map(\.origin) == [.attack, .set(0), .team])
    let left = Self.corpus(Evidence(both.sources.filter(\.isPublic)))
    #expect(left.reports.map(\.key.text) == ["example.org/r100", "own:own"])
    #expect(left.reports.allSatisfy { !$0.isInternal })
  }

  @Test func `a report without a technique is no report of the corpus, but a notice`() throws {
    let evidence = try Self.evidence("report,technique\nA,none\nB,T9999\nC,\nD,T1047\n")
    #expect(Self.corpus(evidence).reports.map(\.key.text) == ["example.org/r100", "own:d"])
    #expect(
      evidence.notices.map { "\($0.kind.name) \($0.place)" } == [
        "partOfReportFile `own.csv:4:1`: a row without a technique",
        "partOfReportFile `own.csv:2:3`: no id of a technique there",
        "emptyReport `own.csv:2:1`: “A”",
        "unknownTechnique `own.csv:3:3`: `T9999` is no technique of this release",
        "emptyReport `own.csv:3:1`: “B”",
      ])
  }

  @Test func `without any evidence there is nothing`() {
    #expect(Evidence.none.isEmpty && Evidence.none.notices.isEmpty)
    #expect(Self.corpus(.none).reports.count == 1)
  }
}
