import TestSupport
import Foundation
import Testing
import Website
@testable import Storage

struct MarkdownFolderTests {
  let scratch: TemporaryFolder

  init() throws {
    scratch = try TemporaryFolder()
  }

  private func open(_ name: String, site: String = "site") throws -> MarkdownFolder {
    let site = try SiteFolder(at: "\(scratch.path)/\(site)")
    defer { site.discard() }
    return try MarkdownFolder(at: "\(scratch.path)/\(name)", outside: site)
  }

  @discardableResult
  private func build(
    _ files: [String: String], in name: String = "wiki"
  ) throws -> MarkdownTally {
    let folder = try open(name)
    for (path, text) in files { try folder.write(path, text.utf8) }
    return try folder.commit()
  }

  private func foreign(_ files: String...) -> SiteFolderError {
    .foreign(folder: scratch.path + "/wiki", files: files)
  }

  @Test func `files of the last build are taken over by their paths, and no others`() async throws {
    let first = try open("wiki")
    for path in ["a/kept.md", "gone.md"] { try first.write(path, "x".utf8) }
    try first.commit()
    try scratch.put("theirs", at: "wiki/theirs.md")
    let next = try open("wiki")
    #expect(await next.adopt(first.record))
    try next.keep("a/kept.md")
    try next.write("new.md", "y".utf8)
    #expect(try next.commit() == MarkdownTally(written: 1, kept: 1, removed: 1))
    #expect(
      try Disk.names(in: scratch.path + "/wiki")
        == [".attack-relations", "a", "new.md", "theirs.md"])
    let last = try open("wiki")
    #expect(await last.adopt(next.record))
    #expect(throws: SiteFolderError.lost("theirs.md")) { try last.keep("theirs.md") }
    #expect(await !last.adopt(first.record))
  }

  @Test func `a missing folder is made, with a sorted list of what is ours`() throws {
    let tally = try build(["b.md": "b", "a/c.md": "c", "a.md": "a"], in: "deep/wiki")
    #expect(tally == MarkdownTally(written: 3))
    #expect(
      try scratch.text("deep/wiki/.attack-relations") == """
        # The next build by attack-relations replaces or removes these files, and no others.
        a.md
        a/c.md
        b.md

        """)
    #expect(try scratch.text("deep/wiki/a/c.md") == "c")
    #expect(try Disk.names(in: scratch.path + "/deep") == ["wiki"])
  }

  @Test func `files of others stay, changed ones are replaced, gone ones removed`() throws {
    try scratch.put("ref: refs/heads/main", at: "wiki/.git/HEAD")
    try scratch.put("mine", at: "wiki/old/notes.md")
    try build(["same.md": "1", "changed.md": "2", "old/gone.md": "3", "gone/gone.svg": "4"])
    let same = try scratch.entry("wiki/same.md")
    let tally = try build(["same.md": "1", "changed.md": "TWO", "new/new.md": "5"])
    #expect(tally == MarkdownTally(written: 2, kept: 1, removed: 2))
    #expect(try scratch.entry("wiki/same.md") == same)
    #expect(try scratch.text("wiki/changed.md") == "TWO")
    #expect(try scratch.text("wiki/old/notes.md") == "mine")
    #expect(try scratch.text("wiki/.git/HEAD") == "ref: refs/heads/main")
    #expect(
      try Disk.names(in: scratch.path + "/wiki")
        == [".attack-relations", ".git", "changed.md", "new", "old", "same.md"])
    #expect(try scratch.names == ["wiki"])
  }

  @Test func `a build of the same touches nothing, the list included`() throws {
    try build(["a.md": "a"])
    let before = try ["wiki/a.md", "wiki/.attack-relations"].map { try scratch.entry($0) }
    #expect(try build(["a.md": "a"]) == MarkdownTally(kept: 1))
    #expect(
      try ["wiki/a.md", "wiki/.attack-relations"].map { try scratch.entry($0) } == before)
  }

  @Test func `a file of another is not overwritten, and nothing is written`() throws {
    try scratch.put("mine", at: "wiki/b.md")
    try scratch.put("same", at: "wiki/c.md")
    try scratch.put("", at: "wiki/d.md/folder")
    let folder = try open("wiki")
    for path in ["a.md", "b.md", "c.md", "d.md"] { try folder.write(path, "same".utf8) }
    #expect(throws: foreign("b.md", "d.md")) { try folder.check() }
    #expect(throws: foreign("b.md", "d.md")) { try folder.commit() }
    #expect(try Disk.names(in: scratch.path + "/wiki") == ["b.md", "c.md", "d.md"])
    #expect(try scratch.text("wiki/b.md") == "mine")
    #expect(try scratch.names == ["wiki"])
  }

  @Test func `a list that is not ours is not overwritten`() throws {
    try scratch.put("mine", at: "wiki/.attack-relations")
    #expect(throws: foreign(".attack-relations")) { try open("wiki") }
  }

  @Test func `a list that a merge or a hand has marked removes nothing of others`() throws {
    try build(["a.md": "a", "b.md": "b"])
    for path in ["wiki/x.txt", "wiki/.git/x.md", "out.md"] { try scratch.put("mine", at: path) }
    try scratch.put(
      "<<<<<<< ours\n" + scratch.text("wiki/.attack-relations")
        + "=======\nx.txt\n.git/x.md\n../out.md\n\(scratch.path)/out.md\n>>>>>>> theirs\n",
      at: "wiki/.attack-relations")
    #expect(try build(["a.md": "a"]) == MarkdownTally(kept: 1, removed: 1))
    #expect(
      try Disk.names(in: scratch.path + "/wiki") == [".attack-relations", ".git", "a.md", "x.txt"])
    #expect(try scratch.text("wiki/.git/x.md") == "mine")
    #expect(try scratch.text("out.md") == "mine")
  }

  @Test func `no link leads a file out of the folder`() throws {
    try scratch.put("mine", at: "home/old.md")
    try scratch.put("mine", at: "home/a.md")
    try build(["a.md": "1", "sub/old.md": "2"])
    let files = FileManager.default
    for (link, target) in [("a.md", "home/a.md"), ("sub", "home")] {
      try files.removeItem(atPath: "\(scratch.path)/wiki/\(link)")
      try files.createSymbolicLink(
        atPath: "\(scratch.path)/wiki/\(link)", withDestinationPath: "\(scratch.path)/\(target)")
    }
    #expect(throws: SiteFolderError.notAFolder(scratch.path + "/wiki/sub")) {
      try build(["sub/a.md": "2"])
    }
    try build(["a.md": "3"])
    #expect(try scratch.text("wiki/a.md") == "3")
    #expect(try scratch.text("home/a.md") == "mine")
    #expect(try scratch.text("home/old.md") == "mine")
  }

  @Test(arguments: ["site", "site/", "site/wiki", "site/not/there/yet", "./site/../site/x"])
  func `a place in the site is refused, and no folder made there`(name: String) throws {
    try scratch.build("site", [:])
    let error = try #require(throws: SiteFolderError.self) { try open(name) }
    guard case .insideSite(_, let site) = error else {
      Issue.record("unexpected \(error)")
      return
    }
    #expect(site == scratch.path + "/site")
    #expect(try Disk.names(in: scratch.path + "/site") == ["data"])
  }

  @Test func `a site in the folder is none of its business, unless files would go there`() throws {
    let folder = try open("wiki", site: "wiki/techniques")
    try folder.write("a.md", "a".utf8)
    #expect(
      throws: SiteFolderError.insideSite(
        folder: scratch.path + "/wiki", site: scratch.path + "/wiki/techniques")
    ) { try folder.write("techniques/T1.md", "".utf8) }
    #expect(throws: SiteFolderError.self) { try folder.commit() }
  }

  @Test func `what a killed build left is cleared away, and its files are known`() throws {
    try build(["a.md": "a"])
    try scratch.put("half", at: ".wiki.building/0")
    try scratch.put("", at: ".wiki.lock")
    try scratch.put(
      scratch.text("wiki/.attack-relations") + "b.md\nc.md\n", at: "wiki/.attack-relations")
    try scratch.put("half", at: "wiki/b.md")
    #expect(
      try build(["a.md": "a", "b.md": "b"]) == MarkdownTally(written: 1, kept: 1))
    #expect(try scratch.text("wiki/b.md") == "b")
    #expect(try scratch.text("wiki/.attack-relations").hasSuffix("others.\na.md\nb.md\n"))
    #expect(try scratch.names == ["wiki"])
  }

  @Test func `one build at a time`() throws {
    let first = try open("wiki")
    #expect(throws: SiteFolderError.busy(folder: scratch.path + "/wiki")) { try open("wiki") }
    first.discard()
    #expect(throws: SiteFolderError.closed(folder: scratch.path + "/wiki")) {
      try first.write("a.md", "".utf8)
    }
    try build(["a.md": "a"])
  }
}
