import Foundation
import TestSupport
import Testing

@testable import Storage

struct FolderRecordTests {
  let scratch: TemporaryFolder
  private let files = ["index.html": "one", "a/b/c.html": "two", "a/empty.txt": ""]

  init() throws {
    scratch = try TemporaryFolder()
  }

  /// Builds a site, and leaves its record.
  private func build() throws -> FolderRecord {
    let folder = try SiteFolder(at: scratch.path + "/site")
    try folder.write("data/site.json", "{}".utf8)
    for (path, text) in files { try folder.write(path, text.utf8) }
    try folder.commit()
    return folder.record
  }

  private func holds(_ record: FolderRecord) async throws -> Bool {
    try await SiteFolder(at: scratch.path + "/site").holds(record)
  }

  @Test func `a site is known again, also by a record that was written down`() async throws {
    let record = try build()
    #expect(record.count == 4 && record.paths.contains("a/b/c.html"))
    #expect(try await holds(record))
    let text = try JSONEncoder().encode(record)
    #expect(try JSONDecoder().decode(FolderRecord.self, from: text) == record)
    #expect(try scratch.names == ["site"], "nothing of the comparison stays")
  }

  @Test func `a record with a path that leads out of the folder is refused`() throws {
    let text = #"{"paths": ["../x"], "sizes": [1], "checksums": [1]}"#
    #expect(throws: SiteFolderError.badPath("../x")) {
      try JSONDecoder().decode(FolderRecord.self, from: Data(text.utf8))
    }
  }

  @Test func `what is changed, missing, added or linked is seen`() async throws {
    let record = try build()
    let site = scratch.path + "/site"
    let changes: [(String) throws -> Void] = [
      { try Data("One".utf8).write(to: URL(filePath: $0 + "/index.html")) },
      { try Data("one!".utf8).write(to: URL(filePath: $0 + "/index.html")) },
      { try FileManager.default.removeItem(atPath: $0 + "/a/empty.txt") },
      { try FileManager.default.removeItem(atPath: $0 + "/a") },
      { try Data().write(to: URL(filePath: $0 + "/a/b/more.html")) },
      { try Data().write(to: URL(filePath: $0 + "/.hidden")) },
      {
        try FileManager.default.createDirectory(
          atPath: $0 + "/a/d", withIntermediateDirectories: false)
      },
      {
        try FileManager.default.moveItem(atPath: $0 + "/index.html", toPath: $0 + "/../index.html")
        try FileManager.default.createSymbolicLink(
          atPath: $0 + "/index.html", withDestinationPath: "../index.html")
      },
      {
        try FileManager.default.moveItem(atPath: $0 + "/a", toPath: $0 + "/../a")
        try FileManager.default.createSymbolicLink(
          atPath: $0 + "/a", withDestinationPath: "../a")
      },
    ]
    for (number, change) in changes.enumerated() {
      try change(site)
      #expect(try await !holds(record), "\(number)")
      #expect(try build() == record && FileManager.default.fileExists(atPath: site))
      #expect(try await holds(record), "\(number)")
    }
  }

  @Test func `in a folder of Markdown files of others may lie`() async throws {
    let site = try SiteFolder(at: scratch.path + "/site")
    let path = scratch.path + "/wiki"
    let wiki = try MarkdownFolder(at: path, outside: site)
    try wiki.write("a.md", "one".utf8)
    let record = wiki.record
    try wiki.commit()
    try scratch.put("theirs", at: "wiki/theirs.md")
    #expect(try await MarkdownFolder(at: path, outside: site).holds(record))
    try scratch.put("two", at: "wiki/a.md")
    #expect(try await !MarkdownFolder(at: path, outside: site).holds(record))
    try scratch.put("one", at: "wiki/a.md")
    #expect(try await MarkdownFolder(at: path, outside: site).holds(record))
    try FileManager.default.removeItem(atPath: path + "/.attack-relations")
    #expect(try await !MarkdownFolder(at: path, outside: site).holds(record))
  }
}
