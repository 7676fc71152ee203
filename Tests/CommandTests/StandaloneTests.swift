import Foundation
import Testing

/// The tool without a clone: what it ships, and what a team lays over that.
struct StandaloneTests {
  private let bench: Workbench
  private let bundle = TinyBundle(reports: [["T1001", "T1002"], ["T1001", "T1002", "T1003"]])

  init() throws {
    bench = try Workbench(holding: [])
    try bench.write(bundle.json, to: "tiny.json")
  }

  private func build(_ arguments: String...) async throws -> ToolRun {
    try await ToolRun("build", arguments, in: bench.folder)
  }

  @Test func `in an empty folder it builds what it builds in a clone`() async throws {
    let clone = try Workbench()
    try clone.write(bundle.json, to: "tiny.json")
    for bundles in [["tiny.json"], []] {
      let here = try await ToolRun("build", bundles, in: bench.folder)
      #expect(try await ToolRun("build", bundles, in: clone.folder) == here && here.code == 0)
      #expect(try bench.files(in: "_site") == clone.files(in: "_site"))
    }
  }

  @Test func `one template, one page and one colour lie over the tool's own`() async throws {
    #expect(try await build("tiny.json", "--output", "before").code == 0)
    for folder in ["our/assets", "our/pages", "words"] { try bench.makeFolder(folder) }
    try bench.write("# Not here\n", to: "words/404.md")
    try bench.write("# Ours\n", to: "our/pages/for-engineers.md")
    try bench.write("", to: "our/pages/run-your-own.md")
    try bench.write("colours: { light: { link: \"#00594c\" } }\n", to: "our/site.yml")
    let run = try await build("tiny.json", "--site", "our", "--templates", "words")
    #expect(run.code == 0, "\(run.errors)")
    #expect(try bench.read("_site/404.html").contains("<h1>Not here</h1>"))
    #expect(try bench.read("_site/pages/for-engineers.html").contains("<h1>Ours</h1>"))
    let names = { (folder: String) in
      try Set(bench.files(in: folder).keys.filter { !$0.contains("assets/") })
    }
    #expect(try names("before").subtracting(names("_site")) == ["pages/run-your-own.html"])
    #expect(try names("_site").subtracting(names("before")) == [])
    #expect(try bench.files(in: "_site/assets").keys.contains { $0.hasPrefix("site-colours.") })
  }

  @Test func `a template that lies over nothing is an error, with what was meant`() async throws {
    try bench.makeFolder("Templates")
    try bench.write("# {{id}}\n", to: "Templates/techniqe.md")
    let near = try await build("tiny.json")
    #expect(
      near.code == 1
        && near.errors == """
          error: `Templates/techniqe.md` is no template of the tool, and no page would show it
            did you mean `technique.md`?

          """
    )
    try bench.write("", to: "Templates/README.md")
    #expect(try await build("tiny.json").errors.contains("\n  the tool has: 404.md, actor.md, "))
  }

  @Test func `a folder that was named has to be there; a site of its own is not the demo`()
    async throws
  {
    #expect(
      try await build("tiny.json", "--site", "none").errors == """
        error: `none` does not exist, expected a folder
          make it with `attack-relations init`, or leave out --site for what the tool has

        """)
    #expect(
      try await build("tiny.json", "--templates", "tiny.json").errors
        == "error: `tiny.json` is not a folder\n")
    try bench.makeFolder("Site/site.yml")
    #expect(try await build("tiny.json").errors.contains("`Site/site.yml` is a folder"))
    try FileManager.default.removeItem(at: bench.folder.appending(path: "Site/site.yml"))
    try bench.write("title: Ours\n", to: "Site/site.yml")
    #expect(
      try await build().errors
        == "error: no bundle: name one, or list it under `bundles` in `Site/site.yml`\n")
  }

  @Test func `no message blames the encoding of what is no file`() async throws {
    try bench.makeFolder("Templates/404.md")
    #expect(
      try await build("tiny.json").errors
        == "error: `Templates/404.md` cannot be read as a file\n")
    try FileManager.default.removeItem(at: bench.folder.appending(path: "Templates"))
    try bench.makeFolder("Site/pages/us.md")
    #expect(
      try await build("tiny.json").errors
        == "error: `Site/pages/us.md` cannot be read as a file\n")
    try FileManager.default.removeItem(at: bench.folder.appending(path: "Site/pages/us.md"))
    try Data([0xFF, 0xFE]).write(to: bench.folder.appending(path: "Site/pages/us.md"))
    #expect(
      try await build("tiny.json").errors
        == "error: `Site/pages/us.md` is UTF-16 text, expected UTF-8 text\n  save it as UTF-8\n")
  }

  @Test func `init makes a folder that the next build reads, and says what to run`() async throws {
    let run = try await ToolRun("init", [], in: bench.folder)
    #expect(
      run.output == """
        Made `site.yml`, `notes` and `pages` in Site
        Next: attack-relations build enterprise-attack.json

        """)
    #expect(try bench.files(in: "Site").keys.sorted() == ["site.yml"])
    #expect(try await build("tiny.json").code == 0)
    #expect(try bench.read("_site/index.html").contains("<title>Our ATT&amp;CK wiki</title>"))
    let second = try await ToolRun("init", [], in: bench.folder)
    #expect(
      second.code == 1
        && second.errors == "error: `Site/site.yml` is there already; nothing was changed\n")
    let other = try await ToolRun("init", ["team"], in: bench.folder)
    #expect(
      other.output.hasSuffix("Next: attack-relations build enterprise-attack.json --site team\n"))
  }

  @Test func `every line that init leaves as a comment is a setting that a build takes`()
    async throws
  {
    _ = try await ToolRun("init", [], in: bench.folder)
    let lines = try bench.read("Site/site.yml").split(separator: "\n")
    let settings = lines.filter { $0.contains(/^# ( *- \{| +[a-z-]|[a-z_]+:)/) }
      .map { $0.dropFirst(2) }
    #expect(settings.count > 15)
    let text = settings.joined(separator: "\n").replacing("logo.svg", with: "Ours")
    try bench.write(text + "\n", to: "Site/site.yml")
    let run = try await build("tiny.json")
    #expect(!run.errors.contains("site.yml`"), "\(run.errors)")
  }

  @Test func `a bundle may come from standard input`() async throws {
    let printed = try await ToolRun.shell(
      "cat tiny.json | attack-relations build - 2>/dev/null", in: bench.folder)
    #expect(printed.hasPrefix("Built "), "\(printed)")
  }
}
