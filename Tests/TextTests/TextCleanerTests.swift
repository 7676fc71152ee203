import Testing
@testable import Text

struct TextCleanerTests {
  @Test func `what a program asked for is not cut, however long`() {
    let long = String(repeating: "é", count: TextCleaner.limit)
    #expect(TextCleaner.clean(long + "\u{7}", limit: .max) == long)
    #expect(TextCleaner.clean(long).utf8.count == TextCleaner.limit)
  }

  @Test(arguments: [
    ("plain", "plain"), ("tab\tand\nline", "tab\tand\nline"), ("", ""),
    ("a\u{0}b\u{7}c\u{1B}[31m\u{7F}\u{9B}", "abc[31m"), ("a\r\nb", "a\nb"),
    ("a\u{A0}b\u{202F}c", "a b c"),
    ("\u{202E}a\u{2066}b\u{2069}\u{200F}\u{200E}\u{61C}", "ab"), ("a\u{2028}b\u{2029}", "ab"),
    ("– “é” ‘…’ £ ا Ā € 😀", "– “é” ‘…’ £ ا Ā € 😀"),
  ])
  func `only what cannot be seen is taken`(text: String, clean: String) {
    #expect(TextCleaner.clean(text) == clean)
  }

  @Test func `every control and bidirectional control goes, and nothing else does`() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let kept = TextCleaner.clean("a\(scalar)b")
      let isBidi = scalar.properties.isBidiControl || value == 0x2028 || value == 0x2029
      let isControl = scalar.properties.generalCategory == .control && value != 9 && value != 10
      let blank = value == 0xA0 || value == 0x202F
      #expect(kept == (isBidi || isControl ? "ab" : blank ? "a b" : "a\(scalar)b"), "\(value)")
    }
  }

  @Test(arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF] as [UInt32])
  func `a noncharacter goes, for XML forbids it`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(TextCleaner.clean("ab\(scalar)c") == "abc")
  }

  @Test func `its neighbours stay`() throws {
    for value in [0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0x1FFFD, 0x1F525] as [UInt32] {
      let text = "a\(try #require(Unicode.Scalar(value)))b"
      #expect(TextCleaner.clean(text) == text)
    }
  }

  @Test func `a name has an end`() {
    let long = String(repeating: "é", count: 301)
    #expect(TextCleaner.name(long) == String(repeating: "é", count: 299) + "…")
    #expect(TextCleaner.name(String(long.dropFirst())) == String(long.dropFirst()))
  }

  @Test func `a text of more than a megabyte is cut between two characters`() {
    let clean = TextCleaner.clean(String(repeating: "é", count: 600_000))
    #expect(clean.utf8.count == TextCleaner.limit && clean.hasSuffix("é"))
  }

  @Test func `what was lost is said, and a blank is no loss`() {
    #expect(TextCleaner.loss(in: "a\u{202E}b") == "control characters left out")
    #expect(TextCleaner.loss(in: "a\u{A0}b") == nil)
    let long = String(repeating: "a", count: TextCleaner.limit + 1)
    #expect(TextCleaner.loss(in: long) == "longer than a megabyte, cut")
  }

  @Test(arguments: [
    ("a b", "a b"), (" a\r\n\tb\u{2028}c ", "a b c"), ("a \u{202E} b", "a b"), ("", ""),
    (" \n", ""),
    ("a\u{0}b", "ab"), ("a\u{A0}\u{A0}b", "a b"), ("a  b", "a b"), ("é\u{1B}[2J", "é[2J"),
  ])
  func `a line has no breaks, and one blank between words`(text: String, line: String) {
    #expect(TextCleaner.line(text) == line)
  }

  @Test func `the beginning of a line says that it is one`() {
    #expect(
      TextCleaner.line("abc", limit: 3) == "abc" && TextCleaner.line("abcd", limit: 3) == "abc…")
    #expect(TextCleaner.line("a\nbcd", limit: 3) == "a b…")
  }
}
