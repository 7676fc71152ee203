import Foundation
import Testing

struct BuildTests {
  @Test func `the demo is built with one line of result, and one of its oddities`() async throws {
    let bench = try Workbench()
    let run = try await ToolRun("build", in: bench.folder)
    #expect(run.code == 0)
    #expect(
      run.output
        == "Built 273 pages from 91 reports of Demo data 1.0: open _site/index.html in a browser\n"
    )
    #expect(run.errors == "notice: 7 kinds, made so in the demo on purpose\n")
    let bundle = try await ToolRun("build", ["Site/demo/demo-attack.json"], in: bench.folder)
    let kinds = bundle.errors.split(separator: "\n").map { $0.prefix { $0 != "(" } }
    #expect(
      kinds == [
        "notice: objects left out, with a field that is missing or of the wrong type: 1 ",
        "notice: objects that stand twice in a bundle, of which the newest is used: 4 ",
        "notice: references left out, to what no bundle holds: 5 ",
        "notice: revoked objects without a successor, whose pages lead nowhere: 3 ",
        "notice: uses of a technique for which ATT&CK names no report, shown but in no count: 3 ",
        "notice: names of subsets left out, which no bundle has: 6 ",
        "notice: ids of subsets left out, retired without a successor: 1 ",
      ])
  }

  @Test func `a terminal shows the stage that runs, in a line that goes`() async throws {
    let bench = try Workbench()
    let shown = try await ToolRun.shell(
      "script -qec 'attack-relations build' /dev/null </dev/null", in: bench.folder)
    for stage in ["Reading the bundles", "Counting and measuring", "Writing 273 pages"] {
      #expect(shown.contains("\r\u{1B}[K\(stage)\r\u{1B}[K"), "\(shown)")
    }
    #expect(shown.contains("\r\u{1B}[KBuilt 273 pages"))
  }

  @Test func `two builds in two processes give the same bytes, whatever is around them`()
    async throws
  {
    let (one, other) = (try Workbench(), try Workbench())
    let first = try await ToolRun("build", in: one.folder)
    let second = try await ToolRun(
      "build", ["--output", "another"], in: other.folder,
      environment: ["TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8"])
    #expect(first.code == 0 && second.code == 0)
    #expect(try one.files(in: "_site") == other.files(in: "another"))
  }

  @Test func `a second build of the same rewrites no file`() async throws {
    let bench = try Workbench()
    _ = try await ToolRun("build", in: bench.folder)
    let before = try bench.inodes(in: "_site")
    _ = try await ToolRun("build", in: bench.folder)
    #expect(before.count > 800)
    #expect(try bench.inodes(in: "_site") == before)
  }

  @Test func `every page of the demo says that its reports are invented`() async throws {
    let bench = try Workbench()
    _ = try await ToolRun("build", in: bench.folder)
    for (path, data) in try bench.files(in: "_site") where path.hasSuffix(".html") {
      #expect(String(decoding: data, as: UTF8.self).contains("reports are invented"), "\(path)")
    }
  }
}
