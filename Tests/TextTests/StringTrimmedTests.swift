import Testing
import Text

struct StringTrimmedTests {
  @Test(arguments: ["", " ", "\t\r\n", "\u{A0}\u{3000}", "\u{2028}", "\r\n"])
  func `blanks and line breaks alone are blank`(text: String) {
    #expect(text.isBlank && text.trimmed.isEmpty)
  }

  @Test(arguments: ["a", " a ", "\u{0}", "\u{1F}", "é", " \u{200B} ", "-"])
  func `anything else is not`(text: String) { #expect(!text.isBlank && !text.trimmed.isEmpty) }
}
