import Foundation
import Testing

/// `evaluate`, the page of a site that shows how good its numbers are, and their cache.
struct EvaluationTests {
  private static let demo = ["--bundle", "Site/demo/demo-attack.json"]

  @Test func `the answer stands in lines that a terminal of 80 columns holds`() async throws {
    let bench = try Workbench()
    let run = try await ToolRun("evaluate", Self.demo + ["--relations"], in: bench.folder)
    #expect(run.code == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(
      lines.first == "Demo data 1.0: 91 reports in 82 campaign clusters, 79 live techniques.")
    for method in ["this tool, telling", "this tool, likely", "row percentage", "TIE’s WALS"] {
      #expect(lines.count { $0.hasPrefix("  \(method) ") } >= 2, "\(method)")
    }
    #expect(!run.errors.contains("\u{1B}"), "a progress bar belongs on a terminal only")
  }

  @Test func `as JSON it is what the site publishes, and what its page tells`() async throws {
    let bench = try Workbench()
    let run = try await ToolRun(
      "evaluate", Self.demo + ["--relations", "--format", "json"], in: bench.folder)
    #expect(try await ToolRun("build", in: bench.folder).code == 0)
    #expect(try bench.read("_site/data/evaluation.json") == run.output)
    let record = try JSONDecoder().decode(Record.self, from: Data(run.output.utf8))
    let page = try bench.read("_site/evaluation.html")
    #expect(
      record.methods.map(\.method) == [
        "telling", "likely", "kernel", "row_percentage", "factorization", "popularity",
      ])
    for method in record.methods {
      #expect(page.contains(Self.fine(method.recall_at_20)), "\(method.method)")
      #expect(method.recall_at_20_low...method.recall_at_20_high ~= method.recall_at_20)
    }
    #expect(page.contains(Self.fine(record.calibration.ece_top_20)))
    let figure = try bench.read("_site/figures/calibration.svg")
    #expect(figure.split(separator: "<circle").count - 1 == record.calibration.bins.count)
  }

  @Test func `a site is the same with a cache, without, and with a broken one`() async throws {
    let (one, other, third) = (try Workbench(), try Workbench(), try Workbench())
    #expect(try await ToolRun("build", in: one.folder).code == 0)
    let fresh = try one.files(in: "_site")
    let cache = try one.files(in: ".cache/attack-relations")
    let kept = try #require(cache.first { $0.key.hasPrefix("evaluation-") })
    #expect(try await ToolRun("build", ["--output", "again"], in: one.folder).code == 0)
    #expect(try one.files(in: "again") == fresh)
    // One digit is another: the file is whole JSON, and not what was kept.
    let text = String(decoding: kept.value, as: UTF8.self)
    for broken in ["", "x", String(text.dropLast(9)), text.replacing("0.4", with: "0.5")] {
      try one.write(broken, to: ".cache/attack-relations/" + kept.key)
      #expect(try await ToolRun("build", ["--output", "again"], in: one.folder).code == 0)
      #expect(try one.files(in: "again") == fresh)
    }
    try other.write("a file where a folder should be", to: "taken")
    let run = try await ToolRun(
      "build", in: other.folder,
      environment: ["XDG_CACHE_HOME": other.folder.appending(path: "taken").path])
    #expect(run.code == 0 && !run.errors.contains("cache"))
    #expect(try other.files(in: "_site") == fresh)
    try third.write(
      try third.read("Site/site.yml").replacing("evaluation: true", with: "evaluation: false"),
      to: "Site/site.yml")
    #expect(try await ToolRun("build", in: third.folder).code == 0)
    let without = try third.files(in: "_site")
    #expect(without["evaluation.html"] == nil && without["data/evaluation.json"] == nil)
    #expect(try third.files(in: ".cache").keys.allSatisfy { !$0.contains("evaluation-") })
  }

  @Test func `where no report names two techniques nothing is measured, which is not nought`()
    async throws
  {
    let bench = try Workbench()
    try bench.write(TinyBundle(reports: [["T1001"]]).json, to: "one.json")
    let text = try await ToolRun("evaluate", ["--bundle", "one.json"], in: bench.folder)
    #expect(text.output.hasSuffix("\nNo report names two techniques: there is nothing to ask.\n"))
    let run = try await ToolRun(
      "evaluate", ["--bundle", "one.json", "--format", "json"], in: bench.folder)
    #expect(
      run.output.contains(
        #""queries":[],"methods":[],"calibration":null,"popularity_calibration":null,"#
          + #""absences":[],"goals":[]"#))
  }

  @Test func `a later release is asked only for the reports that it adds`() async throws {
    let bench = try Workbench()
    let earlier = [["T1001", "T1002"], ["T1001", "T1002"], ["T1003", "T1004"]]
    try bench.write(TinyBundle(reports: earlier).json, to: "earlier.json")
    try bench.write(
      TinyBundle(reports: earlier + [["T1001", "T1002", "T1003"]]).json, to: "later.json")
    let run = try await ToolRun(
      "evaluate", ["--learn", "earlier.json", "--test", "later.json", "--format", "json"],
      in: bench.folder)
    let record = try JSONDecoder().decode(Record.self, from: Data(run.output.utf8))
    #expect(record.split == "time" && record.reports == 3 && record.asked == 1)
    let none = try await ToolRun(
      "evaluate", ["--learn", "later.json", "--test", "earlier.json"], in: bench.folder)
    #expect(none.code == 1 && none.output.isEmpty)
    #expect(
      none.errors
        == "error: Enterprise v1.0 cites no report that Enterprise v1.0 does not: nothing to be tested "
        + "on\n  give the earlier release to --learn, the later to --test\n")
  }

  @Test(arguments: [
    [], ["--learn", "a.json"], ["--bundle", "a.json", "--learn", "a.json", "--test", "b.json"],
    ["--learn", "a.json", "--test", "b.json", "--relations"],
  ])
  func `what does not go together is wrong usage`(arguments: [String]) async throws {
    let bench = try Workbench()
    #expect(try await ToolRun("evaluate", arguments, in: bench.folder).code == 64)
  }

  @Test func `every measure has its line on the method page`() async throws {
    let bench = try Workbench()
    #expect(try await ToolRun("build", in: bench.folder).code == 0)
    let header = try #require(
      try bench.read("_site/data/cooccurrence.csv").split(separator: "\n").first)
    let rows = try bench.read("Templates/method.md").split(separator: "\n").filter {
      $0.hasPrefix("| `")
    }
    for column in header.split(separator: ",") {
      #expect(rows.contains { $0.contains("`\(column)`") }, "\(column)")
    }
  }

  private static func fine(_ value: Double) -> String {
    String(format: "%.4f", value)
  }

  private struct Record: Decodable {
    let split: String
    let reports: Int
    let asked: Int
    let methods: [Method]
    let calibration: Calibration

    struct Method: Decodable {
      let method: String
      let recall_at_20: Double
      let recall_at_20_low: Double
      let recall_at_20_high: Double
    }

    struct Calibration: Decodable {
      let ece_top_20: Double
      let bins: [Bin]
    }

    struct Bin: Decodable { let answers: Int }
  }
}
