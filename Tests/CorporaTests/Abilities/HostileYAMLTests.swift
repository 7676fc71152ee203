import Corpora
import TestSupport
import Testing
import Text

struct HostileYAMLTests {
  private func error(_ text: String) -> ReportError? { error(Array(text.utf8)) }

  private func error(_ bytes: [UInt8]) -> ReportError? {
    do throws(ReportError) {
      _ = try CapabilityFile(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["", "\n", "  \r\n\t", "\u{FEFF}"])
  func `an empty file is called so`(text: String) {
    #expect(error(text) == .empty)
  }

  @Test(arguments: ["# only a comment\n", "text", "[]", "{}", "- a", "---\n...\n", "12", "~"])
  func `a file of something else says what is expected`(text: String) {
    #expect(error(text)?.words.contains("expected abilities of CALDERA") == true)
  }

  @Test func `what is no text is told by its place`() {
    #expect(
      error([0x61, 0x3A, 0x0A, 0xFF]) == .brokenText(TextError(in: [0x61, 0x3A, 0x0A, 0xFF])!))
    #expect(error([0x1F, 0x8B, 0]) == .foreign(.gzip))
  }

  @Test func `what is no YAML is told by its place`() {
    let words = error("version: 1\nprocedures: [\n  - a: }\n")?.words
    #expect(words?.hasPrefix("cannot be used, at line 3, column ") == true, "\(words ?? "")")
  }

  @Test func `a key that stands twice is named`() {
    let words = error("version: 1\nprocedures: []\nversion: 2\n")?.words
    #expect(words == "cannot be used, at line 1, column 1: the key `version` stands twice")
  }

  @Test func `nesting has an end`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(error(deep) != nil)
    #expect(error(String(repeating: "- ", count: 100_000)) != nil)
  }

  @Test func `aliases do not make a short file endless`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...20 {
      let previous = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(previous)]\n"
    }
    #expect(error(text)?.words.contains("more than 12 aliases") == true)
    let wide = "a: &a [\(Array(repeating: "x", count: 60_000).joined(separator: ", "))]\n"
    let few = "b: [\(Array(repeating: "*a", count: 12).joined(separator: ", "))]\n"
    #expect(error(wide + few)?.words.contains("at most 500,000 values in ") == true)
  }
}
