import Testing
import Text

struct StringBytesTests {
  @Test(arguments: [
    ("", "", true), ("", "a", false), ("abc", "", true), ("abc", "c", true), ("abc", "bc", true),
    ("abc", "abcd", false), ("aab", "ab", true), ("größe", "ß", true), ("größe", "Ö", false),
    ("e\u{301}", "e", true),
  ])
  func `a text is in another by its bytes`(whole: String, part: String, isIn: Bool) {
    #expect(whole.containsBytes(of: part) == isIn)
  }
}
