import Foundation
import FoundationXML
import Testing

/// `build --previous`: what changed since the release before.
struct PreviousTests {
  /// Before, T1001 and T1002 are alone; now they are together, and T1004 is new.
  private func bundles() -> (before: TinyBundle, now: TinyBundle) {
    let alone = Array(repeating: ["T1003"], count: 40) + [["T1001"], ["T1002"]]
    let before = TinyBundle(
      reports: alone, techniques: ["T1001", "T1002", "T1003"], date: "2024-05-01")
    let pairs = Array(repeating: ["T1001", "T1002"], count: 12)
    return (before, TinyBundle(reports: alone + pairs + [["T1003", "T1004"]]))
  }

  private func bench() throws -> Workbench {
    let bench = try Workbench()
    let (before, now) = bundles()
    try bench.write(before.json, to: "before.json")
    try bench.write(now.json, to: "now.json")
    return bench
  }

  @Test func `the page, the front page and the CSV tell of the pair that newly stands out`()
    async throws
  {
    let bench = try bench()
    let run = try await ToolRun(
      "build", ["now.json", "--previous", "before.json"], in: bench.folder)
    #expect(run.code == 0, "\(run.errors.suffix(600))")
    let rows = try bench.read("_site/data/changed-pairs.csv").split(separator: "\n")
    #expect(rows.count == 2 && rows[1].hasPrefix("T1001,T1002,newly firm,0,12,"))
    #expect(
      try bench.read("_site/data/changes.csv") == """
        object_type,change,id,name,before,after
        technique,new,T1004,Technique T1004,,T1004

        """)
    let page = try bench.read("_site/changes.html")
    #expect(page.contains("1 newly stand out") && page.contains("13 reports are new"))
    #expect(page.contains("techniques/T1004.html") && page.contains("1 new technique"))
    let home = try bench.read("_site/index.html")
    #expect(home.contains("What is new since v1.0") && home.contains("changes.html"))
    #expect(try bench.read("_site/data/site.json").contains("\"previous\":\"Enterprise v1.0\""))
    #expect(try bench.read("_site/data/index.html").contains("changes.csv"))
  }

  @Test
  func `a feed has an entry for the whole, each pair, and each technique and actor that is new`()
    async throws
  {
    let bench = try bench()
    _ = try await ToolRun("build", ["now.json", "--previous", "before.json"], in: bench.folder)
    let feed = try XMLDocument(xmlString: bench.readXML("_site/feed.xml"))
    func all(_ path: String) throws -> [String] {
      try feed.nodes(forXPath: path).compactMap(\.stringValue)
    }
    let release = "urn:attack-relations:enterprise-attack-1.0"
    #expect(
      try all("/feed/entry/id").prefix(3) == [
        "\(release):changes", "\(release):T1001:T1002", "\(release):T1004",
      ])
    let titles = try all("/feed/entry/title").prefix(3).joined(separator: "|")
    #expect(
      titles.wholeMatch(
        of:
          /From.v1.0.to.v1.0:.what.changed\|T1001.+and.T1002.+newly.stand.out.together\|New.technique:.T1004.+/
      )
        != nil, "\(titles)")
    let summaries = try all("/feed/entry/summary")
    #expect(summaries[0].hasPrefix("1 of 1 firm pair moved: 1 newly stand out, 0 no longer do; 13"))
    #expect(
      summaries[1...] == [
        "12 reports cite both, at least 1.1× the expected; in v1.0 no report.",
        "Cited by 1 report.",
      ])
    #expect(Set(try all("/feed/entry/updated")) == ["2025-01-01T00:00:00Z"])
    #expect(
      try all("/feed/entry/link/@href").prefix(3) == [
        "changes.html", "techniques/T1001.html#T1002", "techniques/T1004.html",
      ])
    #expect(
      try bench.read("_site/index.html").contains("application/atom+xml"))
  }

  @Test func `the feed and the page tell of a technique that is renamed`() async throws {
    let bench = try bench()
    let before = try bench.read("before.json").replacing("Technique T1003", with: "Old name")
    try bench.write(before, to: "before.json")
    _ = try await ToolRun("build", ["now.json", "--previous", "before.json"], in: bench.folder)
    let feed = try XMLDocument(xmlString: bench.readXML("_site/feed.xml"))
    let entry = "/feed/entry[id='urn:attack-relations:enterprise-attack-1.0:T1003:renamed']"
    #expect(
      try feed.nodes(forXPath: entry + "/title").map(\.stringValue)
        == ["Renamed technique: T1003 Technique T1003, before: Old name"])
    #expect(
      try feed.nodes(forXPath: entry + "/link/@href").map(\.stringValue)
        == ["techniques/T1003.html"])
    let page = try bench.read("_site/changes.html")
    #expect(page.contains("1 new technique and 1 renamed technique."))
    #expect(page.contains("The tactics are the same."))
  }

  @Test func `without a release before, the page says that nothing was compared`() async throws {
    let bench = try bench()
    let run = try await ToolRun("build", ["now.json"], in: bench.folder)
    #expect(run.code == 0)
    #expect(try bench.read("_site/changes.html").contains("Nothing was compared."))
    #expect(try !bench.read("_site/index.html").contains("What is new since"))
    #expect(try bench.files(in: "_site/data")["changes.csv"] == nil)
    #expect(try bench.files(in: "_site")["feed.xml"] == nil)
    #expect(try !bench.read("_site/index.html").contains("atom+xml"))
  }

  @Test func `a newer release as the one before is an error, and nothing is written`() async throws
  {
    let bench = try bench()
    let run = try await ToolRun(
      "build", ["before.json", "--previous", "now.json"], in: bench.folder)
    #expect(run.code == 1 && run.output.isEmpty)
    #expect(
      run.errors == """
        error: --previous has Enterprise v1.0, data of 2025-01-01, which is newer than Enterprise \
        v1.0, data of 2024-05-01, which is built; name the older one

        """)
    #expect(try bench.files(in: ".").keys.allSatisfy { !$0.hasPrefix("_site") })
  }

  /// The bundle before, as if it were of Mobile.
  private var mobile: String {
    bundles().before.json.replacing("enterprise-attack", with: "mobile-attack")
      .replacing("Enterprise", with: "Mobile")
      .replacing("mitre-attack", with: "mitre-mobile-attack")
      .replacing("T100", with: "T140").replacing("--1", with: "--2")
      .replacing("G0001", with: "G0002")
  }

  @Test func `each domain that is built needs its release before`() async throws {
    let bench = try bench()
    try bench.write(mobile, to: "mobile.json")
    let run = try await ToolRun(
      "build", ["now.json", "mobile.json", "--previous", "before.json"], in: bench.folder)
    #expect(run.code == 1)
    #expect(
      run.errors == """
        error: --previous has no bundle of Mobile, expected one of each domain that is built; \
        give --previous once per bundle

        """)
  }

  @Test func `a release of another domain is an error`() async throws {
    let bench = try bench()
    try bench.write(mobile, to: "mobile.json")
    let run = try await ToolRun(
      "build", ["now.json", "--previous", "mobile.json"], in: bench.folder)
    #expect(run.code == 1)
    #expect(
      run.errors
        == "error: --previous has Mobile v1.0, expected a bundle of Enterprise, which is built\n")
  }
}
