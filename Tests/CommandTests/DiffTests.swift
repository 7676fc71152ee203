import Foundation
import Testing

/// `diff`: what changed from one release to another, in a terminal.
struct DiffTests {
  /// Before, T1001 and T1002 are alone; now they are together, and T1004 is new.
  private func bench() throws -> Workbench {
    let bench = try Workbench()
    let alone = Array(repeating: ["T1003"], count: 40) + [["T1001"], ["T1002"]]
    let before = TinyBundle(
      reports: alone, techniques: ["T1001", "T1002", "T1003"], date: "2024-05-01")
    let pairs = Array(repeating: ["T1001", "T1002"], count: 12)
    try bench.write(before.json, to: "before.json")
    try bench.write(
      TinyBundle(reports: alone + pairs + [["T1003", "T1004"]]).json, to: "now.json")
    return bench
  }

  @Test func `text: lists with a title each`() async throws {
    let bench = try bench()
    let run = try await ToolRun("diff", ["before.json", "now.json"], in: bench.folder)
    #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(
      run.output == """
        From Enterprise v1.0 to Enterprise v1.0
        1 of 1 firm pair changed. Reports: 42 before, 55 now, 13 of them new.

        1 new technique
          T1004 Technique T1004

        1 pair that newly stands out
          T1001 Technique T1001 with T1002 Technique T1002: 12 reports cite both, at
              least 1.1× the expected; in v1.0 no report

        """)
  }

  @Test func `markdown: the same as headings and lists`() async throws {
    let bench = try bench()
    let run = try await ToolRun(
      "diff", ["--format", "markdown", "before.json", "now.json"], in: bench.folder)
    #expect(
      run.output.hasPrefix(
        "# From Enterprise v1.0 to Enterprise v1.0\n\n1 of 1 firm pair changed. Reports"))
    #expect(run.output.contains("\n## 1 new technique\n\n- T1004 Technique T1004\n"))
  }

  @Test func `json: the rows of the site's tables`() async throws {
    let bench = try bench()
    let run = try await ToolRun(
      "diff", ["--format", "json", "before.json", "now.json"], in: bench.folder)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    #expect(answer.schema == 1 && answer.tool == "attack-relations")
    #expect(answer.releases.before == ["Enterprise v1.0"])
    #expect(answer.changes.map(\.line) == ["technique,new,T1004,Technique T1004,,T1004"])
    #expect(answer.pairs.map(\.technique_a) == ["T1001"])
    #expect(answer.reports.before == 42 && answer.reports.now == 55)
    #expect(answer.reports.new.count == 13)
    _ = try await ToolRun("build", ["now.json", "--previous", "before.json"], in: bench.folder)
    let rows = try bench.read("_site/data/changes.csv").split(separator: "\n").dropFirst()
    #expect(rows.map(String.init) == answer.changes.map(\.line))
  }

  private struct Answer: Decodable {
    let schema: Int
    let tool: String
    let releases: Releases
    let changes: [Change]
    let pairs: [Pair]
    let reports: Reports

    struct Releases: Decodable { let before: [String] }

    struct Change: Decodable {
      let object_type: String
      let change: String
      let id: String
      let name: String
      let before: [String]
      let after: [String]

      var line: String {
        let lists = [before, after].map { $0.joined(separator: " ") }
        return ([object_type, change, id, name] + lists).joined(separator: ",")
      }
    }

    struct Pair: Decodable { let technique_a: String }

    struct Reports: Decodable {
      let before: Int
      let now: Int
      let new: [Report]
    }

    struct Report: Decodable { let id: String }
  }

  @Test func `a list that is cut says how many are left, and the same twice is no change`()
    async throws
  {
    let bench = try bench()
    let ids = (1...9).map { "T100\($0)" }
    try bench.write(
      TinyBundle(reports: [["T1001"]], techniques: ids, date: "2025-06-01").json, to: "many.json")
    let run = try await ToolRun(
      "diff", ["--top", "2", "now.json", "many.json"], in: bench.folder)
    #expect(run.output.contains("5 new techniques\n  T1005 Technique T1005\n  T1006 Technique"))
    #expect(run.output.contains("\n  … and 3 more, with a higher --top or as JSON\n"))
    let same = try await ToolRun("diff", ["now.json", "now.json"], in: bench.folder)
    #expect(same.output.contains("\nNo tactic, technique, group, software, campaign or pair"))
  }

  @Test func `the newer bundle first is an error`() async throws {
    let bench = try bench()
    let run = try await ToolRun("diff", ["now.json", "before.json"], in: bench.folder)
    #expect(run.code == 1 && run.output.isEmpty)
    #expect(
      run.errors == """
        error: the older bundle is Enterprise v1.0, data of 2025-01-01, which is newer than \
        Enterprise v1.0, data of 2024-05-01
          name the older bundle first

        """)
  }

  @Test func `bundles of different domains are an error`() async throws {
    let bench = try bench()
    let mobile = try bench.read("before.json")
      .replacing("enterprise-attack", with: "mobile-attack")
      .replacing("Enterprise", with: "Mobile")
      .replacing("mitre-attack", with: "mitre-mobile-attack")
    try bench.write(mobile, to: "mobile.json")
    let run = try await ToolRun("diff", ["mobile.json", "now.json"], in: bench.folder)
    #expect(run.code == 1)
    #expect(
      run.errors == """
        error: the older bundle is Mobile v1.0, expected one of Enterprise, as the newer one
          name the older and the newer bundle of one domain side by side

        """)
  }

  @Test func `of several domains it wants a pair each`() async throws {
    let bench = try bench()
    let mobile = try bench.read("before.json")
      .replacing("enterprise-attack", with: "mobile-attack")
      .replacing("Enterprise", with: "Mobile")
      .replacing("mitre-attack", with: "mitre-mobile-attack").replacing("T100", with: "T140")
      .replacing("--1", with: "--2").replacing("G0001", with: "G0002")
    try bench.write(mobile, to: "mobile.json")
    try bench.write(
      mobile.replacing("Technique T1402", with: "New name"), to: "mobile-now.json")
    let run = try await ToolRun(
      "diff", ["before.json", "now.json", "mobile.json", "mobile-now.json"], in: bench.folder)
    #expect(
      run.output.hasPrefix("From Enterprise v1.0 and Mobile v1.0 to Enterprise v1.0 and Mobile"))
    #expect(run.output.contains("\n1 new technique\n  T1004 Technique T1004\n"))
    #expect(run.output.contains("\n  T1402 New name, before: Technique T1402\n"), "\(run)")
  }

  @Test(arguments: [
    ["now.json"], ["before.json", "now.json", "mobile.json"],
    ["--top", "0", "before.json", "now.json"],
  ])
  func `what is no pair of bundles, or no list, is wrong usage`(arguments: [String]) async throws {
    let bench = try bench()
    let run = try await ToolRun("diff", arguments, in: bench.folder)
    #expect(run.code == 64 && run.errors.hasPrefix("error: "), "\(run.errors)")
  }
}
