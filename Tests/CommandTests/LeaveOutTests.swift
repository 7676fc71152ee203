import Foundation
import Testing

/// Reports that `site.yml` leaves out: in no count, and nowhere in silence.
struct LeaveOutTests {
  private let site = """
    title: Ours
    bundles: [demo/demo-attack.json]
    reports:
      leave_out: {techniques_from: 12, before: 2018}

    """

  /// The rows of a CSV file by their id, which comes first.
  private func rows(_ bench: Workbench, _ path: String) throws -> [String: Substring] {
    try bench.read(path).split(separator: "\n").dropFirst().reduce(into: [:]) {
      $0[String($1.prefix { $0 != "," })] = $1
    }
  }

  private func built(_ site: String?) async throws -> (bench: Workbench, output: String) {
    let bench = try Workbench()
    if let site { try bench.write(site, to: "Site/site.yml") }
    let run = try await ToolRun("build", in: bench.folder)
    #expect(run.code == 0, "\(run.errors)")
    return (bench, run.output)
  }

  @Test func `every report keeps its page and its layer, whether it counts or not`() async throws {
    let (all, _) = try await built(nil)
    let (some, _) = try await built(site)
    for folder in ["reports", "layers"] {
      let before = try all.files(in: "_site/" + folder).keys
      let after = Set(try some.files(in: "_site/" + folder).keys)
      #expect(before.allSatisfy(after.contains) && before.count > 50)
    }
  }

  @Test func `reports and those left out are all, and none is both`() async throws {
    let (all, _) = try await built(nil)
    let (some, output) = try await built(site)
    let before = try rows(all, "_site/data/reports.csv")
    let counted = try rows(some, "_site/data/reports.csv")
    let leftOut = try rows(some, "_site/data/left-out.csv")
    #expect(!leftOut.isEmpty && Set(counted.keys).isDisjoint(with: leftOut.keys))
    #expect(counted.merging(leftOut) { $1 } == before)
    #expect(output.contains("from \(counted.count) of \(before.count) reports of"))
    for (id, row) in leftOut {
      let years = row.firstMatch(of: #/,(\d{4})(-\d\d){0,2},/#).flatMap { Int($0.output.1) }
      let techniques = row.matches(of: #/T\d{4}(\.\d{3})?/#).count
      #expect(techniques >= 12 || (years ?? 9999) < 2018, "\(id)")
    }
  }

  @Test func `what is left out is said on its page, the front page, and for programs`() async throws
  {
    let (bench, _) = try await built(site)
    let leftOut = try rows(bench, "_site/data/left-out.csv")
    for id in leftOut.keys {
      #expect(try bench.read("_site/reports/\(id).html").contains("Left out of all counts"))
    }
    for id in try rows(bench, "_site/data/reports.csv").keys {
      #expect(try !bench.read("_site/reports/\(id).html").contains("Left out of all counts"))
    }
    let words = "reports of 12 techniques or more and \\d+ reports from before 2018"
    for page in ["index.html", "method.html", "reports/left-out.html"] {
      #expect(try bench.read("_site/" + page).contains(Regex("\\d+ " + words)), "\(page)")
    }
    let record = try bench.read("_site/data/site.json")
    #expect(record.contains("\"reports_left_out\":\(leftOut.count)"))
    #expect(record.contains("\"reports.leave_out.before\":\"2018\""))
    #expect(!record.contains("manuals"))
  }

  @Test func `a site that leaves out every report still builds`() async throws {
    let (bench, output) = try await built(
      "bundles: [demo/demo-attack.json]\nreports: {leave_out: {techniques_from: 2, before: 9999}}\n"
    )
    #expect(output.contains("from 0 of ") || output.contains("of 91 reports"))
    #expect(try bench.read("_site/method.html").contains("How each number is made"))
  }
}
