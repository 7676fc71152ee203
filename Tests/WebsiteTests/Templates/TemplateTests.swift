import Testing
import Text

@testable import Website

struct TemplateTests {
  struct Inner: TemplateContents {
    let name: String
    let rest: String?

    static let tags: [TemplateTag<Self>] = [.text("name", \.name), .text("rest", \.rest)]
  }

  struct Outer: TemplateContents {
    var title = "a & b"
    var absent: String?
    var isShown = true
    var isHidden = false
    var count = 3
    var words = ["x", "y"]
    var none: [String] = []
    var inner: Inner? = Inner(name: "one", rest: nil)
    var nobody: Inner?
    var items = [Inner(name: "one", rest: "1"), Inner(name: "two", rest: nil)]

    static let tags: [TemplateTag<Self>] = [
      .text("title", \.title), .text("absent", \.absent), .flag("isShown", \.isShown),
      .flag("isHidden", \.isHidden), .number("count", \.count), .texts("words", \.words),
      .texts("none", \.none), .item("inner", \.inner), .item("nobody", \.nobody),
      .items("items", \.items),
    ]
  }

  private static let deep = String(repeating: "{{#isShown}}", count: 3000)

  private func render(
    _ text: String, in language: Template.Language = .html
  ) throws -> String {
    var bytes = ByteWriter()
    Template(
      try TemplateCompiler.parts(of: text, filledBy: Outer.self), filledBy: Outer.self,
      in: language
    ).write(Outer(), to: &bytes)
    return bytes.text
  }

  @Test(
    arguments: [
      ("<a title={{title}} x={{count}}>", "<a title=\"a &amp; b\" x=3>"),
      ("<a y=\"{{title}}\">", "<a y=\"a &amp; b\">"),
      ("<a{{#isShown}} b={{title}}{{/isShown}}>", "<a b=\"a &amp; b\">"),
      ("<p>x={{title}}", "<p>x=a &amp; b"), ("x={{title}}", "x=a &amp; b"),
    ] as [(String, String)])
  func `a value of an attribute has the quotes that it needs`(template: String, html: String)
    throws
  {
    #expect(try render(template) == html)
  }

  @Test func `in Markdown what stands between angle brackets is text as all else`() throws {
    #expect(try render("<a b={{title}}", in: .markdown) == "<a b=a \\& b")
  }

  @Test(
    arguments: [
      ("plain", "plain"), ("{{title}}", "a &amp; b"), ("{{{title}}}", "a & b"),
      ("{{& title }}", "a & b"), ("{{ count }}!", "3!"), ("[{{absent}}]", "[]"),
      ("{{#isShown}}yes{{/isShown}}{{#isHidden}}no{{/isHidden}}", "yes"),
      ("{{^isHidden}}no{{/isHidden}}{{^isShown}}yes{{/isShown}}", "no"),
      ("{{#words}}<{{.}}>{{/words}}{{^none}}none{{/none}}", "<x><y>none"),
      ("{{#inner}}{{name}} of {{{title}}}{{/inner}}{{^nobody}}-{{/nobody}}", "one of a & b-"),
      ("{{#items}}{{name}}{{#rest}}={{.}}{{/rest}};{{/items}}", "one=1;two;"),
      ("{{#title}}{{count}}{{/title}}{{^absent}}absent{{/absent}}", "3absent"),
      ("a{{! a comment }}b", "ab"), ("", ""), ("} {{count}} {", "} 3 {"),
    ] as [(String, String)])
  func `tags are filled`(template: String, text: String) throws {
    #expect(try render(template) == text)
  }

  @Test(
    arguments: [
      ("a\n{{#isShown}}\nb\n{{/isShown}}\nc", "a\nb\nc"),
      ("a\n  {{#isShown}}  \n b\n\t{{/isShown}}", "a\n b\n"),
      ("{{! alone }}\na", "a"), ("a {{#isShown}}\nb{{/isShown}}\n", "a \nb\n"),
      ("{{#isShown}}{{#isShown}}\na{{/isShown}}{{/isShown}}", "\na"),
      ("{{count}}\n", "3\n"), ("  {{count}}\n", "  3\n"),
      ("{{#isShown}}\n\n{{/isShown}}\n", "\n"),
    ] as [(String, String)])
  func `a section's tag that has a line to itself takes the line`(
    template: String, text: String
  ) throws {
    #expect(try render(template) == text)
  }

  @Test(
    arguments: [
      ("{{#isShown}}\na", "line 1: `{{#isShown}}` is never closed"),
      ("a\n{{/isShown}}", "line 2: `{{/isShown}}` ends no section that is open there"),
      ("{{#isShown}}{{/title}}", "line 1: `{{/title}}` ends no section that is open there"),
      ("\n{{^isShown}}a", "line 2: `{{^isShown}}` is never closed"),
      (
        "{{isShown}}",
        "line 1: `{{isShown}}` is not text: use it as a section, `{{#isShown}}`"
      ),
      (
        "{{#words}}{{{items}}}{{/words}}",
        "line 1: `{{items}}` is not text: use it as a section, `{{#items}}`"
      ),
      ("a\n\n{{title", "line 3: `{{` is never closed by `}}`"),
      ("{{> other}}", "line 1: partials such as `{{> other}}` are not known here"),
      (deep, "line 1: sections stand in each other 101 deep"),
    ] as [(String, String)])
  func `what is no template is refused with its line`(template: String, reason: String) {
    #expect(throws: TemplateError.broken(path: "x.md", reason: reason)) {
      do throws(TemplateFlaw) {
        _ = try TemplateCompiler.parts(of: template, filledBy: Outer.self)
      } catch {
        throw TemplateError(error, in: "x.md")
      }
    }
  }

  @Test(
    arguments: [
      ("{{titel}}", "titel", 1), ("\n{{#items}}\n{{nam}}{{/items}}", "nam", 3), ("{{.}}", ".", 1),
      ("{{#words}}\n{{#items}}{{.}}{{/items}}{{/words}}", ".", 2),
      ("{{name}}", "name", 1), ("{{#absent}}{{nme}}{{/absent}}", "nme", 1),
      ("{{^titel}}{{/titel}}", "titel", 1),
    ] as [(String, String, Int)])
  func `a tag that nothing fills is found before anything is filled`(
    template: String, tag: String, line: Int
  ) throws {
    let flaw = #expect(throws: TemplateFlaw.self) {
      try TemplateCompiler.parts(of: template, filledBy: Outer.self)
    }
    guard case .unknownTag(line, tag, let known)? = flaw else {
      Issue.record("found \(String(describing: flaw))")
      return
    }
    #expect(known.contains("title") && known == known.sorted())
  }
}
