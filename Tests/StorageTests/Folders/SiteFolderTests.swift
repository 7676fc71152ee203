import TestSupport
import Foundation
import Testing
import Website
@testable import Storage

struct SiteFolderTests {
  let scratch: TemporaryFolder

  init() throws {
    scratch = try TemporaryFolder()
  }

  @Test func `a new site stands alone in a folder that was missing`() throws {
    let tally = try scratch.build("deep/er/site", ["index.html": "one", "groups/G1.html": "two"])
    #expect(tally == SiteFolder.Tally(written: 3, kept: 0))
    #expect(try scratch.text("deep/er/site/groups/G1.html") == "two")
    #expect(try Disk.names(in: scratch.path + "/deep/er") == ["site"])
    #expect(try Disk.names(in: scratch.path + "/deep/er/site") == ["data", "groups", "index.html"])
    #expect(try scratch.entry("deep/er/site/index.html")?.permissions == 0o644)
  }

  @Test func `an empty folder becomes the site, and keeps its permissions`() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/site", withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try scratch.build("site", ["index.html": "one"])
    #expect(try scratch.text("site/index.html") == "one")
    #expect(try scratch.entry("site")?.permissions == 0o700)
  }

  @Test func `an unchanged file keeps its inode, others are replaced, added, removed`() throws {
    try scratch.build("site", ["a/same.html": "one", "changed.html": "two", "gone.html": "three"])
    let same = try scratch.entry("site/a/same.html")
    let changed = try scratch.entry("site/changed.html")
    let tally = try scratch.build(
      "site", ["a/same.html": "one", "changed.html": "TWO", "new.html": "four"])
    #expect(tally == SiteFolder.Tally(written: 2, kept: 2))
    #expect(try scratch.entry("site/a/same.html") == same)
    #expect(try scratch.entry("site/changed.html")?.inode != changed?.inode)
    #expect(try scratch.text("site/changed.html") == "TWO")
    #expect(
      try Disk.names(in: scratch.path + "/site") == ["a", "changed.html", "data", "new.html"])
    #expect(try scratch.names == ["site"])
  }

  @Test func `the rebuild of an unchanged site writes nothing`() throws {
    let pages = ["index.html": String(repeating: "x", count: 200_000), "empty.txt": ""]
    try scratch.build("site", pages)
    let before = try pages.keys.map { try scratch.entry("site/\($0)") }
    #expect(try scratch.build("site", pages) == SiteFolder.Tally(written: 0, kept: 3))
    #expect(try pages.keys.map { try scratch.entry("site/\($0)") } == before)
  }

  @Test func `files of the last site are taken over by their paths, and no others`() async throws {
    let first = try SiteFolder(at: scratch.path + "/site")
    for path in ["data/site.json", "a/kept.html", "gone.html"] { try first.write(path, "x".utf8) }
    try first.commit()
    let kept = try scratch.entry("site/a/kept.html")
    let next = try SiteFolder(at: scratch.path + "/site")
    #expect(await next.adopt(first.record))
    for path in ["data/site.json", "a/kept.html"] { try next.keep(path) }
    try next.write("new.html", "y".utf8)
    #expect(next.paths == ["data/site.json", "a/kept.html", "new.html"])
    #expect(try next.commit() == SiteFolder.Tally(written: 1, kept: 2))
    #expect(try scratch.entry("site/a/kept.html") == kept)
    #expect(try Disk.names(in: scratch.path + "/site") == ["a", "data", "new.html"])
    #expect(try await SiteFolder(at: scratch.path + "/site").holds(next.record))
  }

  @Test func `a file that is not there cannot be taken over, and the old site stays`() async throws
  {
    let first = try SiteFolder(at: scratch.path + "/site")
    for path in ["data/site.json", "a.html"] { try first.write(path, "x".utf8) }
    try first.commit()
    let next = try SiteFolder(at: scratch.path + "/site")
    #expect(await next.adopt(first.record))
    #expect(throws: SiteFolderError.lost("b.html")) { try next.keep("b.html") }
    try next.keep("a.html")
    #expect(throws: SiteFolderError.writtenTwice("a.html")) { try next.keep("a.html") }
    #expect(throws: SiteFolderError.lost("b.html")) { try next.commit() }
    #expect(try scratch.names == ["site"] && scratch.text("site/a.html") == "x")
  }

  @Test func `a site that was changed since gives nothing to be taken over`() async throws {
    let first = try SiteFolder(at: scratch.path + "/site")
    for path in ["data/site.json", "a.html"] { try first.write(path, "x".utf8) }
    try first.commit()
    try scratch.put("y", at: "site/a.html")
    let next = try SiteFolder(at: scratch.path + "/site")
    #expect(await !next.adopt(first.record))
    #expect(throws: SiteFolderError.lost("data/site.json")) { try next.keep("data/site.json") }
  }

  @Test func `a damaged site is mended`() throws {
    let pages = [
      "a.html": "aa", "b/c.html": "cc", "d.html": "dd", "e.html": "ee", "f/g.html": "gg",
    ]
    try scratch.build("site", pages)
    let site = scratch.path + "/site"
    let files = FileManager.default
    try scratch.put("xx", at: "site/a.html")
    try files.removeItem(atPath: site + "/b")
    try files.removeItem(atPath: site + "/d.html")
    try files.createDirectory(atPath: site + "/d.html/x", withIntermediateDirectories: true)
    try files.removeItem(atPath: site + "/e.html")
    try scratch.put("ee", at: "elsewhere/e.html")
    try files.createSymbolicLink(
      atPath: site + "/e.html", withDestinationPath: scratch.path + "/elsewhere/e.html")
    try files.removeItem(atPath: site + "/f")
    try scratch.put("gg", at: "elsewhere/g.html")
    try files.createSymbolicLink(
      atPath: site + "/f", withDestinationPath: scratch.path + "/elsewhere")

    try scratch.build("site", pages)
    for (page, text) in pages {
      #expect(try scratch.text("site/\(page)") == text)
      #expect(try scratch.entry("site/\(page)")?.kind == .file)
    }
    let elsewhere = try scratch.entry("elsewhere/g.html")
    #expect(try scratch.entry("site/f/g.html")?.inode != elsewhere?.inode)
    #expect(try Disk.names(in: scratch.path + "/elsewhere") == ["e.html", "g.html"])
  }

  @Test func `many tasks write at once`() async throws {
    let folder = try SiteFolder(at: scratch.path + "/site")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<400 {
        group.addTask { try folder.write("d\(number % 7)/e/\(number).txt", "\(number)".utf8) }
      }
      try await group.waitForAll()
    }
    try folder.write("data/site.json", "{}".utf8)
    #expect(folder.paths.count == 401 && folder.paths.contains("d3/e/3.txt"))
    #expect(try folder.commit().written == 401)
    for number in 0..<400 {
      #expect(try scratch.text("site/d\(number % 7)/e/\(number).txt") == "\(number)")
    }
  }

  @Test func `discarding, or forgetting to commit, leaves the old site`() throws {
    try scratch.build("site", ["index.html": "old"])
    let before = try scratch.entry("site/index.html")
    for discards in [true, false] {
      let folder = try SiteFolder(at: scratch.path + "/site")
      try folder.write("index.html", "new".utf8)
      if discards { folder.discard() }
    }
    #expect(try scratch.entry("site/index.html") == before)
    #expect(try scratch.names == ["site"])
  }

  @Test(arguments: ["index.html", "../escape.html"])
  func `after a failed write nothing is swapped in`(path: String) throws {
    try scratch.build("site", ["index.html": "old"])
    let folder = try SiteFolder(at: scratch.path + "/site")
    try folder.write("data/site.json", "{}".utf8)
    try folder.write("index.html", "new".utf8)
    let error: SiteFolderError = path == "index.html" ? .writtenTwice(path) : .badPath(path)
    #expect(throws: error) { try folder.write(path, "newer".utf8) }
    #expect(throws: error) { try folder.commit() }
    #expect(try scratch.text("site/index.html") == "old")
    #expect(try scratch.names == ["site"])
  }

  @Test func `a file cannot also be a folder`() throws {
    let folder = try SiteFolder(at: scratch.path + "/site")
    try folder.write("a", "".utf8)
    #expect(throws: SiteFolderError.self) { try folder.write("a/b", "".utf8) }
    try #require(throws: SiteFolderError.self) { try folder.commit() }
    #expect(try scratch.names == [])
  }

  @Test func `a site without its marker is not swapped in`() throws {
    let folder = try SiteFolder(at: scratch.path + "/site")
    try folder.write("index.html", "one".utf8)
    #expect(throws: SiteFolderError.unmarked(folder: scratch.path + "/site")) {
      try folder.commit()
    }
    #expect(try scratch.names == [])
  }

  @Test func `after its end a folder takes nothing`() throws {
    let folder = try SiteFolder(at: scratch.path + "/site")
    folder.discard()
    let closed = SiteFolderError.closed(folder: scratch.path + "/site")
    #expect(throws: closed) { try folder.write("index.html", "one".utf8) }
    #expect(throws: closed) { try folder.commit() }
  }

  @Test func `bytes that lie apart are written in order`() throws {
    let folder = try SiteFolder(at: scratch.path + "/site")
    try folder.write("data/site.json", "{}".utf8)
    try folder.write("down.bin", (0...99).lazy.map { UInt8(99 - $0) })
    try folder.commit()
    let bytes = try Data(contentsOf: URL(filePath: scratch.path + "/site/down.bin"))
    #expect(Array(bytes) == Array((0...99).reversed()))
  }
}
