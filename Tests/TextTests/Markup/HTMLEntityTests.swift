import Testing
@testable import Text

struct HTMLEntityTests {
  private func decode(_ text: String) -> String {
    String(decoding: HTMLEntity.decode(ArraySlice(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("&lt;b&gt; &amp;lt; &quot;", "<b> &lt; \""), ("&#92;&#x5c;&#X5C;", "\\\\\\"),
    ("&lbrace;&rsqb;&bsol;&percnt;", "{]\\%"), ("&#128512;", "😀"),
    ("no sign; & none", "no sign; & none"),
  ])
  func `a sign by its name or number is that sign`(text: String, decoded: String) {
    #expect(decode(text) == decoded)
  }

  @Test(arguments: [
    "&unknown;", "&lt", "& lt;", "&#;", "&#x;", "&#1114112;", "&#xD800;", "&#-1;", "&", "&;",
    "&rlm;", "&LT;",
  ])
  func `what is none stays as it is written`(text: String) {
    #expect(decode(text) == text)
  }

  @Test(arguments: ["&#0;", "&#27;", "&#x202E;", "&#8238;", "&#x2066;", "&#127;"])
  func `a sign that must not be shown is nothing`(text: String) {
    #expect(decode("a\(text)b") == "ab")
  }
}
