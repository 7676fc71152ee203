import Foundation
import Testing

/// A build of what was built before: it compares, and writes nothing.
struct RebuildTests {
  private let bench: Workbench

  init() throws {
    bench = try Workbench()
    let cited = [["T1001", "T1002"], ["T1001", "T1002", "T1003"], ["T1003"]]
    try bench.write(TinyBundle(reports: cited).json, to: "tiny.json")
  }

  private func build(_ arguments: String...) async throws -> ToolRun {
    try await ToolRun("build", ["tiny.json"] + arguments, in: bench.folder)
  }

  /// Which folder `_site` is: a build that writes swaps another in.
  private func site() throws -> Int? { try bench.inode(of: "_site") }

  /// Whether the next build writes; its site must be the one of a fresh build in any case.
  private func writes(_ arguments: String...) async throws -> Bool {
    let before = try site()
    let run = try await ToolRun("build", ["tiny.json"] + arguments, in: bench.folder)
    let fresh = try await ToolRun(
      "build", ["tiny.json", "--output", "fresh"] + arguments, in: bench.folder,
      environment: ["XDG_CACHE_HOME": "/dev/null"])
    #expect(run.code == 0 && run.errors == fresh.errors)
    #expect(try bench.files(in: "_site") == bench.files(in: "fresh"))
    return try site() != before
  }

  @Test func `an unchanged site stays as it is, and the build says the same`() async throws {
    let first = try await build()
    let (folder, inodes) = (try site(), try bench.inodes(in: "_site"))
    let second = try await build()
    #expect(first == second && first.code == 0 && !first.errors.isEmpty)
    #expect(try site() == folder && bench.inodes(in: "_site") == inodes)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.folder.path).sorted()
        == [".cache", "Site", "Templates", "_site", "tiny.json"])
  }

  @Test func `notices fail a strict build also where nothing is to be written`() async throws {
    _ = try await build()
    let run = try await build("--strict=all")
    #expect(run.code == 1 && run.output.isEmpty)
    #expect(run.errors.contains("error: --strict=all: "))
  }

  @Test func `a change of anything that is read is a change`() async throws {
    _ = try await build()
    #expect(try await !writes())
    let tiny = try bench.read("tiny.json")
    try bench.write(tiny.replacing("Some Group", with: "Same Group"), to: "tiny.json")
    #expect(try await writes())
    let css = "Site/assets/site.css"
    try bench.write(try bench.read(css) + "\n", to: css)
    #expect(try await writes())
    try bench.makeFolder("Site/notes")
    try bench.write("A note.\n", to: "Site/notes/T1001.md")
    #expect(try await writes())
    #expect(try await writes("--public"))
    try bench.write(
      try bench.read("Templates/technique.md").replacing("Take it away", with: "Take it with you"),
      to: "Templates/technique.md")
    #expect(try await writes())
    try bench.write(try bench.read("Site/site.yml") + "\n", to: "Site/site.yml")
    #expect(try await writes(), "it cannot know that a blank line says nothing")
    #expect(try await !writes())
  }

  @Test func `a site that was damaged, cut or added to is mended`() async throws {
    _ = try await build()
    let page = bench.folder.appending(path: "_site/index.html")
    let text = try bench.read("_site/index.html")
    try bench.write(text.replacing("a", with: "b"), to: "_site/index.html")
    #expect(try await writes())
    try FileManager.default.removeItem(at: page)
    #expect(try await writes())
    try bench.write("", to: "_site/more.html")
    #expect(try await writes())
    #expect(try await !writes())
  }

  @Test func `a record that is cut or foreign is as good as none`() async throws {
    _ = try await build()
    let folder = ".cache/attack-relations"
    let name = try #require(try bench.files(in: folder).keys.first { $0.hasPrefix("site-") })
    let record = try bench.read("\(folder)/\(name)")
    for broken in ["", "x", String(record.dropLast(9)), record.replacing("index", with: "inbex")] {
      try bench.write(broken, to: "\(folder)/\(name)")
      #expect(try await writes())
      #expect(try bench.read("\(folder)/\(name)") == record)
    }
  }

  @Test func `two builds of the same at once end well`() async throws {
    let other = try Workbench()
    try other.write(try bench.read("tiny.json"), to: "tiny.json")
    let cache = ["XDG_CACHE_HOME": bench.folder.appending(path: ".cache").path]
    async let first = ToolRun("build", ["tiny.json"], in: bench.folder, environment: cache)
    async let second = ToolRun("build", ["tiny.json"], in: other.folder, environment: cache)
    let runs = try await [first, second]
    #expect(runs[0] == runs[1] && runs[0].code == 0)
    #expect(try bench.files(in: "_site") == other.files(in: "_site"))
    #expect(try await !writes())
  }

  @Test func `a folder of Markdown is compared too, and its own files stay`() async throws {
    let first = try await build("--markdown", "wiki")
    #expect(first.output.contains("Markdown in wiki: "))
    try bench.write("theirs", to: "wiki/theirs.md")
    let files = try bench.files(in: "wiki")
    let folder = try site()
    let second = try await build("--markdown", "wiki")
    #expect(second.output.contains(" 0 files written, "), "\(second.output)")
    #expect(try site() == folder && bench.files(in: "wiki") == files)
    try FileManager.default.removeItem(at: bench.folder.appending(path: "wiki/Home.md"))
    let third = try await build("--markdown", "wiki")
    #expect(third.output.contains(" 1 file written, "), "\(third.output)")
    #expect(try bench.files(in: "wiki") == files)
    #expect(try await build().output == String(first.output.split(separator: "\n")[0]) + "\n")
  }
}
