import Foundation
import Testing

/// `build --watch`: after each round the site is the one of a fresh build of the same sources.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct WatchTests {
  private let bench: Workbench
  private static let cited = [["T1001", "T1002"], ["T1001", "T1002", "T1003"], ["T1003"]]

  init() throws {
    bench = try Workbench()
    try FileManager.default.createDirectory(
      at: bench.folder.appending(path: "Site/notes"), withIntermediateDirectories: true)
    try write(TinyBundle(reports: Self.cited).json, to: "tiny.json")
  }

  /// Puts a file in place at once: a watch that looks at any time finds the old one or the new one.
  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: bench.folder.appending(path: path), options: .atomic)
  }

  /// Starts a watch, and waits for its first site.
  private func started(_ arguments: String...) async throws -> WatchRun {
    let run = try WatchRun(["tiny.json"] + arguments, in: bench.folder)
    let first = try #require(await run.line())
    #expect(first.hasPrefix("Built "), "\(first)")
    if arguments.contains("--markdown") { _ = await run.line() }
    #expect(await run.line()?.hasPrefix("Watching Site, Templates") == true)
    return run
  }

  /// Waits for a round: its line, without the time that it took.
  private func round(_ run: WatchRun) async throws -> String {
    let line = try #require(await run.line())
    return line.replacing(/in \d+\.\d s/, with: "in time")
  }

  /// Whether the site, and the folder of Markdown, are those of a fresh build.
  private func isFresh(_ arguments: String...) async throws -> Bool {
    let fresh = try await ToolRun(
      "build", ["tiny.json", "--output", "fresh", "--markdown", "fresh-wiki"] + arguments,
      in: bench.folder, environment: ["XDG_CACHE_HOME": "/dev/null"])
    #expect(fresh.code == 0, "\(fresh.errors)")
    return try bench.files(in: "_site") == bench.files(in: "fresh")
      && bench.files(in: "wiki") == bench.files(in: "fresh-wiki")
  }

  private func replace(_ old: String, by new: String, in path: String) throws {
    let text = try bench.read(path)
    #expect(text.contains(old))
    try write(text.replacing(old, with: new), to: path)
  }

  /// How many pages a line says were made.
  private func made(_ line: String) -> Int? {
    line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  }

  /// The number of pages of the site.
  private var pageCount: Int {
    get throws { try bench.files(in: "_site").keys.count { $0.hasSuffix(".html") } }
  }

  @Test func `a note is added, changed and removed`() async throws {
    let run = try await started("--markdown", "wiki")
    #expect(try await isFresh())
    let (all, note) = (try pageCount, "Site/notes/T1001.md")
    try write("Seen here.\n", to: note)
    #expect(try await round(run) == "Rebuilt 1 of \(all) pages in time: \(note)")
    #expect(try await isFresh())
    #expect(try bench.read("_site/techniques/T1001.html").contains("Seen here."))
    // The page on the method lists the notices, of which there is a new one.
    try write("Seen <b>there</b>.\n", to: note)
    #expect(try await round(run) == "Rebuilt 2 of \(all) pages in time: \(note)")
    #expect(try await isFresh())
    try FileManager.default.removeItem(at: bench.folder.appending(path: note))
    #expect(try await round(run) == "Rebuilt 2 of \(all) pages in time: \(note)")
    #expect(try await isFresh())
  }

  @Test func `a note is added on a site with a marking`() async throws {
    try write("report,technique,tlp\nOurs,T1001,amber\nOurs,T1002,amber\n", to: "ours.csv")
    let run = try await started("--markdown", "wiki", "--reports", "ours.csv")
    #expect(try await isFresh("--reports", "ours.csv"))
    let note = "Site/notes/T1001.md"
    for text in ["Seen here.\n", "Seen <b>there</b>.\n"] {
      try write(text, to: note)
      #expect(try await round(run).hasSuffix(" pages in time: \(note)"))
      #expect(try await isFresh("--reports", "ours.csv"))
    }
    #expect(try bench.read("_site/index.html").contains("TLP:AMBER"))
  }

  @Test func `a page is changed, another added`() async throws {
    let run = try await started("--markdown", "wiki")
    let all = try pageCount
    try replace("# ", by: "# Our ", in: "Site/pages/make-it-yours.md")
    #expect(try await made(round(run)) == 4, "the page, its two neighbours, and the list")
    #expect(try await isFresh())
    try write("# More\n\n[Home](../index.html)\n", to: "Site/pages/more.md")
    #expect(try await round(run).hasSuffix(" of \(all + 1) pages in time: Site/pages/more.md"))
    #expect(try await isFresh())
  }

  @Test func `a template is changed, and what stands on every page`() async throws {
    let run = try await started("--markdown", "wiki")
    let all = try pageCount
    try replace("Take it away", by: "Take it with you", in: "Templates/technique.md")
    #expect(try await made(round(run)) == TinyBundle(reports: []).techniques.count)
    #expect(try await isFresh())
    for (old, new, path) in [
      ("Skip to the content", "To the content", "Templates/layout.html"),
      ("body {", "/* ours */ body {", "Site/assets/site.css"),
      ("title: attack", "title: our attack", "Site/site.yml"),
    ] {
      try replace(old, by: new, in: path)
      #expect(try await round(run) == "Rebuilt \(all) of \(all) pages in time: \(path)")
      #expect(try await isFresh())
    }
  }

  @Test func `a bundle is changed, and what it is compared with`() async throws {
    try write(TinyBundle(reports: Self.cited, date: "2024-01-01").json, to: "old.json")
    let run = try await started("--markdown", "wiki", "--previous", "old.json")
    #expect(try await isFresh("--previous", "old.json"))
    let all = try pageCount
    try write(TinyBundle(reports: Self.cited + [["T1004"]]).json, to: "tiny.json")
    #expect(try await round(run) == "Rebuilt \(all + 1) of \(all + 1) pages in time: tiny.json")
    #expect(try await isFresh("--previous", "old.json"))
    try write(
      TinyBundle(reports: [["T1001", "T1002"]], date: "2024-01-01").json, to: "old.json")
    #expect(try await round(run) == "Rebuilt \(all + 1) of \(all + 1) pages in time: old.json")
    #expect(try await isFresh("--previous", "old.json"))
    #expect(await run.end(by: SIGINT) == 0)
  }

  @Test func `a file that was only touched is no work`() async throws {
    let run = try await started()
    let folder = try bench.inode(of: "_site")
    try write(try bench.read("Site/site.yml"), to: "Site/site.yml")
    #expect(try await made(round(run)) == 0)
    #expect(try bench.inode(of: "_site") == folder)
  }

  @Test func `an error leaves the site, and the next change tries again`() async throws {
    let run = try await started()
    let (site, settings) = (try bench.files(in: "_site"), try bench.read("Site/site.yml"))
    for (text, path, error) in [
      ("title: [\n", "Site/site.yml", "error: `Site/site.yml`"),
      ("{{nobody}}", "Templates/technique.md", "error: template tag `nobody`"),
      ("[x](gone.html)\n", "Site/notes/T1001.md", "error: the site would have 1 broken link"),
      ("{}", "tiny.json", "error: `tiny.json` holds"),
    ] {
      let old = try? bench.read(path)
      try write(text, to: path)
      #expect(await run.line()?.hasPrefix(error) == true, "\(path)")
      #expect(try bench.files(in: "_site") == site)
      if let old {
        try write(old, to: path)
      } else {
        try FileManager.default.removeItem(at: bench.folder.appending(path: path))
      }
      #expect(try await round(run).hasSuffix(": \(path)"))
      #expect(try bench.files(in: "_site") == site)
    }
    #expect(try bench.read("Site/site.yml") == settings)
    #expect(await run.end(by: SIGTERM) == 0)
  }

  @Test func `a watch without input waits for it`() async throws {
    let tiny = bench.folder.appending(path: "tiny.json")
    let text = try bench.read("tiny.json")
    try FileManager.default.removeItem(at: tiny)
    let run = try WatchRun(["tiny.json"], in: bench.folder)
    #expect(await run.line()?.hasPrefix("error: `tiny.json` does not exist") == true)
    #expect(await run.line()?.hasPrefix("Watching ") == true)
    try write(text, to: "tiny.json")
    #expect(await run.line()?.hasPrefix("Built ") == true)
  }

  @Test func `a bundle that the settings name is watched from then on`() async throws {
    try write("bundles: [ours.json]\n", to: "Site/site.yml")
    let run = try WatchRun([], in: bench.folder)
    #expect(await run.line()?.hasPrefix("error: `Site/ours.json` does not exist") == true)
    #expect(await run.line() == "Watching Site, Templates and Site/ours.json (Ctrl-C stops)")
    try write(try bench.read("tiny.json"), to: "Site/ours.json")
    #expect(await run.line()?.hasPrefix("Built ") == true)
    try write("bundles: [../tiny.json]\n", to: "Site/site.yml")
    #expect(try await round(run).hasSuffix(": Site/site.yml"))
    try write(TinyBundle(reports: Self.cited + [["T1004"]]).json, to: "tiny.json")
    #expect(try await round(run).hasSuffix(": Site/../tiny.json"))
  }

  @Test func `another build may replace the site in between`() async throws {
    let run = try await started("--markdown", "wiki")
    let other = try await ToolRun(
      "build", ["tiny.json", "--public", "--markdown", "wiki"], in: bench.folder)
    #expect(other.code == 0)
    try write("<p>not ours</p>", to: "_site/index.html")
    try write("Seen here.\n", to: "Site/notes/T1001.md")
    #expect(try await round(run).hasSuffix(": Site/notes/T1001.md"))
    #expect(try await isFresh())
  }

  @Test func `notices are shown where they are new`() async throws {
    let run = try await started()
    try write("x", to: "Site/notes/T9999.md")
    #expect(
      await run.notice()
        == "notice: notes left out, on ids that have no page here: 1 (Site/notes/T9999.md)")
    _ = try await round(run)
    try write("<i>x</i>", to: "Site/notes/T1001.md")
    let next = await run.notice()
    #expect(next?.contains("pieces of HTML") == true, "\(next ?? "")")
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `the end of a watch leaves nothing behind`(signal: Int32) async throws {
    let run = try await started()
    #expect(await run.end(by: signal) == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.folder.path).sorted()
        == [".cache", "Site", "Templates", "_site", "tiny.json"])
  }

  @Test func `also in the midst of writing`() async throws {
    let run = try await started()
    let before = try bench.inode(of: "_site")
    let staging = bench.folder.appending(path: "._site.building").path
    try write(try bench.read("Site/site.yml") + "\n", to: "Site/site.yml")
    // On a busy machine all may be over before it was seen; what holds then is the same.
    while try !FileManager.default.fileExists(atPath: staging) && bench.inode(of: "_site") == before
    {
      await Task.yield()
    }
    #expect(await run.end(by: SIGINT) == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.folder.path).sorted()
        == [".cache", "Site", "Templates", "_site", "tiny.json"])
    #expect(try await ToolRun("build", ["tiny.json"], in: bench.folder).code == 0)
  }

  @Test func `what can be read only once is refused`() async throws {
    let shown = try await ToolRun.shell(
      "cat tiny.json | attack-relations build --watch -", in: bench.folder)
    #expect(
      shown == "error: `/dev/stdin` can be read only once, but `--watch` reads it at each change\n"
        + "  name a file\n")
  }

  @Test(arguments: ["--reports", "--flows", "--capabilities"])
  func `also where it is none of the bundles`(option: String) async throws {
    let shown = try await ToolRun.shell(
      "cat tiny.json | attack-relations build tiny.json --watch \(option) -", in: bench.folder)
    #expect(shown.hasPrefix("error: `/dev/stdin` can be read only once"), "\(shown)")
  }

  @Test func `a folder that is not ours ends it before it begins`() async throws {
    try FileManager.default.createDirectory(
      at: bench.folder.appending(path: "_site"), withIntermediateDirectories: true)
    try write("theirs", to: "_site/theirs.txt")
    let run = try await ToolRun("build", ["tiny.json", "--watch"], in: bench.folder)
    #expect(run.code == 1 && run.output.isEmpty)
    #expect(run.errors.contains("so it is no site that was built here"))
  }
}
