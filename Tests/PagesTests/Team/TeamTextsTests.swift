import Testing
import Text

@testable import Pages

struct TeamTextsTests {
  private func texts() throws -> TeamTexts {
    let folder = { (path: String, files: [String: String]) in
      SourceFolder(
        path: path,
        files: Dictionary(
          uniqueKeysWithValues: files.map { name, text in
            (name, SourceFile(path: "\(path)/\(name)", bytes: Array(text.utf8)))
          }))
    }
    return try TeamTextReader.read(
      pages: folder("pages", ["us.md": "---\ntitle: Ours\n---\n# Us\n\n[a](gone.html)\n"]),
      notes: folder("notes", ["T1047.md": "One.\n\nSee [b](T9999.html).\n", "T1105.md": "None.\n"]))
  }

  @Test func `a title that a text begins with goes before its heading`() throws {
    let page = try #require(try texts().pages.first)
    #expect(page.title == "Ours" && page.titled.hasPrefix("# Us\n"))
    let plain = TeamText(name: "us", markdown: "Text.", source: "us.md", givenTitle: "Ours")
    #expect(plain.titled == "# Ours\n\nText.")
  }

  @Test func `a link is found in the text that writes it, by its line in the file`() throws {
    let texts = try texts()
    #expect(texts.place(ofLink: "gone.html", on: "pages/us.html") == "pages/us.md:6")
    #expect(texts.place(ofLink: "T9999.html", on: "techniques/T1047.html") == "notes/T1047.md:3")
    #expect(texts.place(ofLink: "T9999.html", on: "techniques/T1105.html") == nil)
    #expect(texts.place(ofLink: "gone.html", on: "index.html") == nil)
  }

  @Test func `pictures lie beside pages, other files are left out`() throws {
    let file = { (name: String) in (name, SourceFile(path: "p/\(name)", bytes: [7])) }
    let folder = SourceFolder(
      path: "p",
      files: Dictionary(uniqueKeysWithValues: ["a.png", "b.SVG", "c.txt"].map(file)))
    let texts = try TeamTextReader.read(pages: folder, notes: folder)
    #expect(
      texts.pictures == [
        TeamPicture(path: "pages/a.png", bytes: [7]), TeamPicture(path: "pages/b.SVG", bytes: [7]),
      ])
    #expect(texts.ignored == ["p/c.txt", "p/a.png", "p/b.SVG", "p/c.txt"])
    #expect(throws: TeamTextError.badName(path: "p/a b.png")) {
      try TeamTextReader.read(
        pages: SourceFolder(path: "p", files: ["a b.png": file("a b.png").1]), notes: nil)
    }
  }

  @Test func `what is no file and what is no text are told apart`() throws {
    let read = { (bytes: [UInt8]?) in
      try TeamTextReader.read(
        pages: SourceFolder(path: "p", files: ["a.md": SourceFile(path: "p/a.md", bytes: bytes)]),
        notes: nil)
    }
    #expect(throws: TeamTextError.unreadable(path: "p/a.md")) { try read(nil) }
    #expect(
      throws: TeamTextError.notText(
        path: "p/a.md", found: "bytes that are no UTF-8")
    ) { try read([0xFF]) }
  }
}
