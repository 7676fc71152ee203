import Foundation
import Storage
import TestSupport
import Testing

struct StarterFolderTests {
  private let scratch: TemporaryFolder

  init() throws {
    scratch = try TemporaryFolder()
  }

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/" + folder).sorted()
  }

  @Test func `it has settings and two empty folders, and the folders above it are made`() throws {
    try StarterFolder(at: scratch.path + "/a/b").make(settings: "title: ours\n")
    #expect(try names("a/b") == ["notes", "pages", "site.yml"])
    #expect(try names("a/b/notes") == [] && names("a/b/pages") == [])
    #expect(try scratch.text("a/b/site.yml") == "title: ours\n")
  }

  @Test func `what is there stays, and settings that are there end it before anything is made`()
    throws
  {
    try scratch.put("A note.", at: "a/notes/T1047.md")
    try StarterFolder(at: scratch.path + "/a").make(settings: "title: ours\n")
    #expect(try scratch.text("a/notes/T1047.md") == "A note.")
    try scratch.put("title: theirs\n", at: "b/site.yml")
    let file = scratch.path + "/b/site.yml"
    #expect(throws: SiteFolderError.settingsAreThere(file)) {
      try StarterFolder(at: scratch.path + "/b").make(settings: "title: ours\n")
    }
    #expect(try names("b") == ["site.yml"] && scratch.text("b/site.yml") == "title: theirs\n")
  }
}
