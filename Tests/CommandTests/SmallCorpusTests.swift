import Foundation
import Testing

/// Corpora of next to nothing: no number that is none, and honest words.
struct SmallCorpusTests {
  private static let corpora: [[[String]]] = [
    [], [["T1001"]], [["T1001", "T1002", "T1003", "T1004"]],
    [["T1001", "T1002"], ["T1002", "T1003"]],
    [["T1001"], ["T1002"]],
  ]

  @Test(arguments: corpora)
  func `a site of next to no reports has no NaN, and says that they are few`(
    reports: [[String]]
  ) async throws {
    let bench = try Workbench()
    try bench.write(TinyBundle(reports: reports).json, to: "tiny.json")
    let run = try await ToolRun("build", ["tiny.json"], in: bench.folder)
    try #require(run.code == 0, "\(run.errors)")
    let site = try bench.files(in: "_site").filter { !$0.key.hasPrefix("assets/") }
    for (path, data) in site {
      let words = String(decoding: data, as: UTF8.self).lowercased()
        .split { !$0.isLetter && $0 != "-" }
      #expect(
        !words.contains { ["nan", "inf", "-inf", "infinity", "-nan"].contains($0) }, "\(path)")
    }
    let method = try bench.read("_site/method.html")
    #expect(method.contains("nothing stands out firmly"))
    let evaluation = try bench.read("_site/evaluation.html")
    #expect(
      evaluation.contains("are few") || evaluation.contains("none is cited for two techniques"))
  }

  @Test func `a technique of one report and over two hundred partners has a second page`()
    async throws
  {
    let bench = try Workbench()
    let many = (1001...1203).map { "T\($0)" }
    let bundle = TinyBundle(reports: [many, ["T1001", "T1002"]], techniques: many)
    try bench.write(bundle.json, to: "many.json")
    let run = try await ToolRun("build", ["many.json"], in: bench.folder)
    try #require(run.code == 0, "\(run.errors)")
    let page = try bench.read("_site/techniques/T1003.html")
    #expect(page.contains("<h2 id=reports>The report</h2>"))
    #expect(page.contains("href=T1003-all.html#"))
    let second = try bench.read("_site/techniques/T1003-all.html")
    #expect(second.contains("202 techniques in 1 report"))
    #expect(try bench.files(in: "_site")["techniques/T1003-all.md"] == nil)
  }

  @Test func `totals that leave no choice are a notice, here and on the page`() async throws {
    let bench = try Workbench()
    let forced = [["T1001", "T1002", "T1003"], ["T1001", "T1002", "T1004"], ["T1001"], ["T1002"]]
    try bench.write(TinyBundle(reports: forced).json, to: "forced.json")
    let run = try await ToolRun("build", ["forced.json"], in: bench.folder)
    #expect(run.code == 0)
    #expect(run.errors.contains("notice: models of chance that did not settle in 10,000 rounds"))
    let method = try bench.read("_site/method.html")
    #expect(method.contains("The expected counts are approximate here"))
  }
}
