import Testing
import Text

@testable import Website

struct MarkupWriterTests {
  private func written(
    _ language: MarkupWriter.Language, _ write: (inout MarkupWriter) -> Void
  ) -> String {
    var markup = MarkupWriter(language)
    write(&markup)
    return markup.bytes.text
  }

  @Test(arguments: [
    ("x", "<a title=x>"), ("../a/b.html#c", "<a title=../a/b.html#c>"),
    ("(1),2:3%_-", "<a title=(1),2:3%_->"),
    ("", "<a title=\"\">"), ("a b", "<a title=\"a b\">"), ("c=d", "<a title=\"c=d\">"),
    ("e/", "<a title=\"e/\">"), ("<", "<a title=\"&lt;\">"), ("\"", "<a title=\"&quot;\">"),
    ("'", "<a title=\"&#39;\">"), ("é", "<a title=\"é\">"), ("`", "<a title=\"`\">"),
  ])
  func `a value has quotes only where a parser of HTML needs them`(value: String, html: String) {
    #expect(written(.html) { $0.open("a", Attribute("title", value)) } == html)
    let quoted = "<a title=\"" + HTMLText.escape(value) + "\">"
    #expect(written(.xml) { $0.open("a", Attribute("title", value)) } == quoted)
  }

  @Test func `the slash of an empty element is not of its last value`() {
    let rect = { (markup: inout MarkupWriter) in
      markup.empty("rect", Attribute("class", Step("b", 3)), Attribute("width", 86))
      markup.empty("rect", Attribute("class", Step("c", 3, and: "few")))
      markup.empty("br")
    }
    #expect(written(.html, rect) == "<rect class=b3 width=86 /><rect class=\"c3 few\"/><br/>")
    #expect(
      written(.xml, rect) == "<rect class=\"b3\" width=\"86\"/><rect class=\"c3 few\"/><br/>")
  }

  @Test func `an attribute without a value is left out`() {
    let none: String? = nil
    #expect(
      written(.html) {
        $0.element("p", "a<b", Attribute("class", none), Attribute("id", Optional("x")))
      }
        == "<p id=x>a&lt;b</p>")
  }

  @Test func `places and numbers are values too`() {
    #expect(
      written(.html) {
        $0.open(
          "g", Attribute("transform", Translation(x: -4, y: 8)),
          Attribute("viewBox", ViewBox(width: 3, height: 4)),
          Attribute("x", Tenths(number: 12.25, unit: "%")), Attribute("class", Step("self")))
      } == "<g transform=translate(-4,8) viewBox=\"0 0 3 4\" x=12.3% class=self>")
  }

  @Test func `a share below one percent is text`() {
    #expect(written(.html) { $0.percent(0.004) } == "&lt;1 %")
    #expect(written(.html) { $0.percents(0.076, 0.154) } == "8–15")
  }
}
