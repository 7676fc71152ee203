import Testing
import Text

@testable import Website

struct TemplateFolderTests {
  private func folder(_ files: [String: [UInt8]?]) -> SourceFolder {
    SourceFolder(
      path: "T",
      files: Dictionary(
        uniqueKeysWithValues: files.map { name, bytes in
          (name, SourceFile(path: "T/" + name, bytes: bytes))
        }))
  }

  @Test func `a file that words no page is an error that knows what does`() {
    let error = #expect(throws: TemplateError.self) {
      try TemplateFolder(folder(["techniqe.md": []]))
    }
    guard case .overridesNothing(let path, let name, let known) = error else {
      Issue.record("another error")
      return
    }
    #expect(path == "T/techniqe.md" && name == "techniqe.md")
    #expect(known == known.sorted() && known.contains("technique.md"))
    #expect(known.contains("layout.html"))
  }

  @Test func `what differs from another folder is told by name`() throws {
    let layout = Array("<main>{{{head}}}{{{sections}}}</main>".utf8)
    let one = try TemplateFolder(folder(["layout.html": layout, "404.md": [65], "words.md": [65]]))
    let other = try TemplateFolder(
      folder(["layout.html": layout, "404.md": [66], "search.md": [65]]))
    #expect(one.differences(from: one).isEmpty)
    #expect(one.differences(from: other) == ["404.md", "words.md", "search.md"])
    #expect(other.differences(from: one) == one.differences(from: other))
  }

  @Test func `what is no file and what is no text are told apart`() {
    #expect(throws: TemplateError.unreadable(path: "T/404.md")) {
      try TemplateFolder(folder(["404.md": nil]))
    }
    #expect(throws: TemplateError.notText(path: "T/404.md", found: "bytes that are no UTF-8")) {
      try TemplateFolder(folder(["404.md": [0xFF]]))
    }
  }
}
