import Foundation
import Storage
import TestSupport
import Testing
import Text

struct SourceReaderTests {
  let scratch: TemporaryFolder

  init() throws {
    scratch = try TemporaryFolder()
  }

  @Test func `a file is read whole, through a link too`() throws {
    let text = String(repeating: "x", count: 200_000)
    try scratch.put(text, at: "file")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/link", withDestinationPath: "file")
    for name in ["file", "link"] {
      #expect(try SourceReader.bytes(of: scratch.path + "/" + name) == Array(text.utf8))
    }
    #expect(SourceReader.file(scratch.path + "/file").text == text)
  }

  @Test func `what cannot be read says why`() throws {
    let missing = scratch.path + "/none"
    #expect(throws: SourceError.missing) { try SourceReader.bytes(of: missing) }
    #expect(throws: SourceError.folder) { try SourceReader.bytes(of: scratch.path) }
    #expect(SourceReader.file(missing) == SourceFile(path: missing, bytes: nil))
  }

  @Test func `what has more bytes than the limit is refused, also where it has no size`() throws {
    try scratch.put("12345", at: "file")
    #expect(try SourceReader.bytes(of: scratch.path + "/file", limit: 5).count == 5)
    #expect(throws: SourceError.tooLarge) {
      try SourceReader.bytes(of: scratch.path + "/file", limit: 4)
    }
    #expect(throws: SourceError.tooLarge) {
      try SourceReader.bytes(of: "/dev/zero", limit: 1 << 20)
    }
  }

  @Test func `a folder is there, is not, or is something else`() throws {
    try scratch.put("x", at: "f/a.md")
    #expect(try SourceReader.hasFolder(at: scratch.path + "/f"))
    #expect(try !SourceReader.hasFolder(at: scratch.path + "/none"))
    #expect(throws: SourceError.noFolder) {
      try SourceReader.hasFolder(at: scratch.path + "/f/a.md")
    }
  }

  @Test func `of a folder hidden files are left out, and what is no file has no bytes`() throws {
    try scratch.put("one", at: "f/a.md")
    try scratch.put("", at: "f/.hidden")
    try scratch.put("", at: "f/folder/x")
    #expect(mkfifo(scratch.path + "/f/pipe", 0o600) == 0)
    let folder = SourceReader.folder(scratch.path + "/f")
    #expect(folder.names == ["a.md", "folder", "pipe"])
    #expect(folder.files["a.md"]?.text == "one")
    #expect(folder.files["folder"]?.bytes == nil && folder.files["pipe"]?.bytes == nil)
    #expect(SourceReader.folder(scratch.path + "/none").names == [])
  }
}
