import Attack
import Corpora
import Foundation
import TestSupport
import Testing

/// One invented report, written in every format.
@Suite(.enabled(if: SharedFiles.areHere))
struct SharedReportTests {
  private struct Answer: Decodable {
    let report: Named
    let flowTechniques: [String]
    let messyCSVUnknown: [String]

    struct Named: Decodable {
      let name: String
      let date: String
      let techniques: [String]
    }
  }

  @Test(arguments: [
    ("reports.csv", ReportFormat.csv), ("reports-messy.csv", .csv), ("vectr-export.csv", .vectr),
    ("misp-event.json", .misp), ("navigator-layer.json", .layer),
    ("stix-misp-grouping.json", .stix), ("stix-opencti.json", .stix),
    ("stix-report-refs-only.json", .stix), ("stix-report.json", .stix), ("tie-dataset.json", .tie),
    ("attack-flow-stix.json", .flow), ("attack-flow-stix-v3-builder.json", .flow),
    ("attack-flow-v2.afb", .flow), ("attack-flow-v3.afb", .flow),
  ])
  func `one report in every format is the same report`(name: String, format: ReportFormat) throws {
    let answer = try JSONDecoder().decode(
      Answer.self, from: Data(SharedFiles.bytes("reports/expected.json")))
    let knowledge = try RealReleases.knowledge("enterprise-attack-18.1")
    let file = try ReportFile(SharedFiles.bytes("reports/\(name)"), name: "file")
    #expect(file.format == format && file.reports.count == 1)
    let draft = try #require(file.reports.first)
    let report = TeamReport(draft, ofFile: "file", by: TechniqueResolver(knowledge))
    let techniques = format == .flow ? answer.flowTechniques : answer.report.techniques
    #expect(report.techniques.map { knowledge.techniques[$0].id.description } == techniques)
    #expect(report.title.hasPrefix(answer.report.name))
    let hasNoDate = format == .tie
    #expect(report.details.date?.description == (hasNoDate ? nil : answer.report.date))
    let unknown = name == "reports-messy.csv" ? answer.messyCSVUnknown : []
    #expect(report.unknown.map(\.technique.text) == unknown)
  }
}
