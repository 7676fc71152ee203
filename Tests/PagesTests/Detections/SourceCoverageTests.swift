import Attack
import TestSupport
import Testing

@testable import Pages

struct SourceCoverageTests {
  private let suggestions: [[Detection]] = [
    [
      Detection(platform: "Windows", component: "Process Creation", source: "Sysmon", channel: "1"),
      Detection(platform: "Windows", component: "Process Creation", source: "Sysmon", channel: "2"),
    ],
    [
      Detection(platform: "Linux", component: "Process Creation", source: "auditd"),
      Detection(platform: "Windows", component: "File Creation", source: "Sysmon"),
    ],
    [Detection(platform: "Linux", component: "File Creation", source: "auditd")],
    [],
  ]

  @Test func `sources and components are ranked by what they show, then by name`() {
    let sources = SourceCoverage(suggestions, by: \.source)
    #expect(sources.rows.map(\.name) == ["Sysmon", "auditd"])
    #expect(sources.rows.map(\.shown) == [[0, 1], [1, 2]])
    #expect(sources.rows.map(\.platforms) == [["Windows"], ["Linux"]])
    let components = SourceCoverage(suggestions, by: \.component)
    #expect(components.rows.map(\.name) == ["File Creation", "Process Creation"])
  }

  @Test func `the few that show all are named, with what is out of sight`() {
    let sources = SourceCoverage(suggestions, by: \.source)
    #expect(sources.summary() == "Sysmon and auditd together show 3 of 4")
    #expect(
      SourceCoverage(Array(suggestions.prefix(2)), by: \.source).summary()
        == "Sysmon alone shows both")
    #expect(SourceCoverage([[], []], by: \.source).summary() == nil)
  }

  @Test func `ten of ten are all ten`() {
    let ten = Array(repeating: [Detection(component: "Process Creation")], count: 10)
    #expect(
      SourceCoverage(ten, by: \.component).summary() == "Process Creation alone shows all ten")
  }

  @Test func `a row tells what no row above it shows`() {
    let rows = SourceCoverage(suggestions, by: \.source).leading(6)
    #expect(rows.map(\.new) == [[0, 1], [2]])
  }

  @Test func `what the few need stands below the first rows`() {
    let many = (0..<4).map { index in
      ["a", "b", "c"].map { Detection(component: $0) }
        + (index == 3 ? [Detection(component: "z")] : [])
    }
    let traces = [[Detection(component: "z")]] + many
    #expect(
      SourceCoverage(traces, by: \.component).leading(2).map(\.row.name) == ["a", "b", "z"])
  }
}

@Suite(.enabled(if: RealReleases.areHere))
struct RealVisibilityTests {
  /// The ten that Enterprise 18.1 has most often with T1047.
  private static let ten = [
    "T1105", "T1082", "T1059.001", "T1059.003", "T1071.001", "T1053.005", "T1057", "T1016",
    "T1083", "T1070.004",
  ]

  @Test func `two log sources show all ten that follow WMI on Windows`() throws {
    let knowledge = try RealReleases.knowledge("enterprise-attack-18.1")
    let traces = Dictionary(
      uniqueKeysWithValues: zip(knowledge.techniques.map(\.id.description), knowledge.traces))
    let shown = Self.ten.map { Platforms("Windows").filter(traces[$0] ?? []) }
    let sources = SourceCoverage(shown, by: \.source)
    #expect(
      sources.summary() == "WinEventLog:Sysmon and WinEventLog:Security together show all ten")
    #expect(sources.rows.prefix(3).map(\.shown.count) == [9, 6, 4])
    let components = SourceCoverage(shown, by: \.component)
    #expect(components.rows.prefix(2).map(\.name) == ["Process Creation", "Command Execution"])
    #expect(components.rows.prefix(2).map(\.shown.count) == [8, 4])
    #expect(
      components.summary()
        == "Process Creation, Command Execution and Network Connection Creation together show all ten"
    )
  }
}
