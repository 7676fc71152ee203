import Foundation
import Testing

/// `build --markdown DIR`, whole.
struct MarkdownTests {
  private func build(_ bench: Workbench) async throws -> ToolRun {
    try await ToolRun("build", ["--markdown", "wiki"], in: bench.folder)
  }

  @Test func `every page has its Markdown, whose links all lead to a file of the folder`()
    async throws
  {
    let bench = try Workbench()
    let run = try await build(bench)
    #expect(run.code == 0)
    #expect(run.output.hasSuffix("\nMarkdown in wiki: 402 files written, 0 unchanged, 0 removed\n"))
    let wiki = try bench.files(in: "wiki")
    let pages = try bench.files(in: "_site").keys.filter { $0.hasSuffix(".html") }
    #expect(
      Set(wiki.keys.filter { $0.hasSuffix(".md") })
        == Set(pages.map { $0 == "index.html" ? "Home.md" : $0.dropLast("html".count) + "md" })
        .subtracting(["404.md", "search.md", "compare.md", "explore.md"])
        .union(["LICENSE-ATTACK.md"]))
    for (path, data) in wiki where path != ".attack-relations" {
      let text = String(decoding: data, as: UTF8.self)
      for link in Self.links(of: text, in: path) {
        #expect(wiki[link] != nil, "\(path) leads to \(link)")
      }
    }
  }

  @Test func `no page has what only HTML can say, or a table with a torn row`() async throws {
    let bench = try Workbench()
    _ = try await build(bench)
    // The pages written by hand mention addresses of the site.
    let made = try bench.files(in: "wiki").filter { !$0.key.hasPrefix("pages/") }
    for (path, data) in made where path.hasSuffix(".md") {
      let text = String(decoding: data, as: UTF8.self)
      #expect(text.hasPrefix("---\ntitle: \""), "\(path)")
      for sign in ["exhibit:", "<!--", ".html)", ".html#", "\n\n\n"] {
        #expect(!text.contains(sign), "\(path) has \(sign)")
      }
      for block in text.split(separator: "\n\n") where block.hasPrefix("| ") {
        let bars = block.split(separator: "\n").map { row in
          row.replacing("\\|", with: "").count { $0 == "|" }
        }
        #expect(Set(bars).count == 1, "\(path): \(bars)")
      }
    }
  }

  @Test func `the same input gives the same bytes, and a second build rewrites nothing`()
    async throws
  {
    let (one, other) = (try Workbench(), try Workbench())
    _ = try await build(one)
    _ = try await build(other)
    #expect(try one.files(in: "wiki") == other.files(in: "wiki"))
    let before = try one.inodes(in: "wiki")
    let run = try await build(one)
    #expect(run.output.hasSuffix("\nMarkdown in wiki: 0 files written, 402 unchanged, 0 removed\n"))
    #expect(try one.inodes(in: "wiki") == before)
  }

  @Test func `a working tree of Git keeps what is not ours, and loses pages that are gone`()
    async throws
  {
    let bench = try Workbench()
    try bench.makeFolder("wiki/.git")
    try bench.write("ref: refs/heads/main\n", to: "wiki/.git/HEAD")
    try bench.write("ours\n", to: "wiki/Home.md")
    _ = try await build(bench)
    try bench.write("bundles: [demo/demo-attack.json]\nsubsets: []\n", to: "Site/site.yml")
    let run = try await build(bench)
    #expect(run.code == 0)
    let wiki = try bench.files(in: "wiki")
    #expect(wiki[".git/HEAD"] == Data("ref: refs/heads/main\n".utf8))
    #expect(wiki["Home.md"] == Data("ours\n".utf8) && wiki["index.md"] != nil)
    #expect(wiki["subsets/index.md"] != nil && wiki["subsets/TA0001.md"] == nil)
    #expect(!wiki.keys.contains { $0.hasPrefix("figures/subset-") })
  }

  @Test func `a file of another is named and kept, and the old site stays`() async throws {
    let bench = try Workbench()
    _ = try await ToolRun("build", in: bench.folder)
    let site = try bench.files(in: "_site")
    try bench.makeFolder("wiki")
    for name in ["Home", "index", "method"] { try bench.write("ours\n", to: "wiki/\(name).md") }
    try bench.write("title: Another\nbundles: [demo/demo-attack.json]\n", to: "Site/site.yml")
    let run = try await build(bench)
    #expect(run.code == 1 && run.output.isEmpty)
    #expect(
      Self.errors(of: run, bench) == """
        error: `wiki` holds `index.md`, `method.md`, which no build of ours wrote and \
        this one would overwrite; move that away, or choose another folder
        """)
    #expect(try bench.files(in: "wiki").keys.sorted() == ["Home.md", "index.md", "method.md"])
    #expect(try bench.files(in: "_site") == site)
  }

  @Test func `a folder in the site is refused in words`() async throws {
    let bench = try Workbench()
    let run = try await ToolRun("build", ["--markdown", "_site/wiki"], in: bench.folder)
    #expect(run.code == 1)
    #expect(
      Self.errors(of: run, bench) == """
        error: `_site/wiki` and the site in `_site` would overwrite each other; choose a folder \
        outside of it
        """)
  }
}

extension MarkdownTests {
  private static func errors(of run: ToolRun, _ bench: Workbench) -> String {
    let folder = bench.folder.resolvingSymlinksInPath().path + "/"
    return run.errors.split(separator: "\n").filter { !$0.hasPrefix("notice:") }
      .joined(separator: "\n").replacing(folder, with: "")
  }

  /// The files that the local links and images of a text lead to, by their path in the folder.
  private static func links(of text: String, in path: String) -> Set<String> {
    let start = path.hasSuffix(".svg") ? " href=\"" : "]("
    let pieces = text.replacing(/`[^`\n]*`/, with: "")
      .split(separator: start, omittingEmptySubsequences: false).dropFirst()
    let addresses = pieces.map { $0.prefix { $0 != ")" && $0 != "\"" && $0 != "#" } }
    let folder = path.split(separator: "/").dropLast()
    return Set(
      addresses.filter { !$0.isEmpty && !$0.contains(":") }.map { address in
        let isUp = address.hasPrefix("../")
        let parts = isUp ? folder.dropLast() + [address.dropFirst(3)] : folder + [address]
        return parts.joined(separator: "/")
      })
  }
}
