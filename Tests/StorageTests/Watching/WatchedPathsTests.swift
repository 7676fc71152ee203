import Foundation
import TestSupport
import Testing

@testable import Storage

struct WatchedPathsTests {
  let scratch: TemporaryFolder
  private let paths: WatchedPaths

  init() throws {
    scratch = try TemporaryFolder()
    try scratch.put("one", at: "site/notes/T1.md")
    try scratch.put("settings", at: "site/site.yml")
    let site = scratch.path + "/site"
    paths = WatchedPaths(
      files: [site, site + "/site.yml", scratch.path + "/bundle.json"],
      folders: [site + "/notes", site + "/pages"])
  }

  /// What a look finds to have changed, from the folder of the test.
  private func changes(_ change: () throws -> Void) throws -> [String] {
    let before = paths.look()
    try change()
    return paths.look().changes(since: before).map { String($0.dropFirst(scratch.path.count + 1)) }
  }

  private func path(_ name: String) -> String { "\(scratch.path)/\(name)" }

  @Test func `what stays as it is is no change`() throws {
    #expect(try changes {}.isEmpty)
    #expect(paths.look() == paths.look())
  }

  @Test func `a file that is written, added or removed is a change`() throws {
    #expect(
      try changes { try scratch.put("another", at: "site/notes/T1.md") } == ["site/notes/T1.md"])
    #expect(try changes { try scratch.put("x", at: "site/notes/T2.md") } == ["site/notes/T2.md"])
    #expect(try changes { try scratch.put("x", at: "bundle.json") } == ["bundle.json"])
    #expect(
      try changes {
        try FileManager.default.removeItem(atPath: path("site/notes/T2.md"))
        try FileManager.default.removeItem(atPath: path("site/site.yml"))
      } == ["site/notes/T2.md", "site/site.yml"])
  }

  @Test func `a file that takes another's name is a change, even if it seems the same`() throws {
    let twin = path("twin.md")
    try FileManager.default.copyItem(atPath: path("site/notes/T1.md"), toPath: twin)
    var status = stat()
    stat(path("site/notes/T1.md"), &status)
    utimensat(AT_FDCWD, twin, [status.st_atim, status.st_mtim], 0)
    #expect(try changes { _ = rename(twin, path("site/notes/T1.md")) } == ["site/notes/T1.md"])
  }

  @Test func `a folder may come later, and go`() throws {
    #expect(try changes { try scratch.put("x", at: "site/pages/a.md") } == ["site/pages/a.md"])
    #expect(
      try changes { try FileManager.default.removeItem(atPath: path("site")) }
        == ["site/notes/T1.md", "site/pages/a.md", "site/site.yml"])
    #expect(
      try changes {
        try FileManager.default.createDirectory(
          atPath: path("site"), withIntermediateDirectories: true)
      } == ["site"])
  }

  @Test func `a link is what it leads to`() throws {
    try scratch.put("x", at: "elsewhere.json")
    try FileManager.default.createSymbolicLink(
      atPath: path("bundle.json"), withDestinationPath: path("elsewhere.json"))
    #expect(try changes { try scratch.put("yy", at: "elsewhere.json") } == ["bundle.json"])
  }

  @Test func `what a build does not read is no change`() throws {
    #expect(
      try changes {
        try scratch.put("x", at: "site/notes/.T1.md.swp")
        try scratch.put("x", at: "site/other.txt")
        try scratch.put("x", at: "site/notes/deep/T1.md")
      } == ["site/notes/deep"])
    #expect(try changes { try scratch.put("y", at: "site/notes/deep/T1.md") }.isEmpty)
  }

  @Test func `paths can be left out of a look, and put in again`() throws {
    let look = paths.look()
    var part = look
    part.forget(WatchedPaths(files: [path("site/site.yml")]).look())
    #expect(look.changes(since: part) == [path("site/site.yml")])
    #expect(part.adding(WatchedPaths(files: [path("site/site.yml")]).look()) == look)
  }

  @Test func `a change is told once two looks find the same`() async throws {
    try scratch.put("another", at: "next.md")
    let seen = paths.look()
    async let next = paths.look(after: seen, every: .milliseconds(1))
    #expect(rename(path("next.md"), path("site/notes/T1.md")) == 0)
    #expect(try await next.changes(since: seen) == [path("site/notes/T1.md")])
    #expect(try await next == paths.look())
  }

  @Test func `to wait for a change can be given up`() async throws {
    let waiting = Task { [paths] in try await paths.look(after: paths.look()) }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
  }
}
