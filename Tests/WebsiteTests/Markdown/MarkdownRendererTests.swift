import Testing
import Text

@testable import Website

struct MarkdownRendererTests {
  private func render(
    _ markdown: String, titleID: String? = nil, _ exhibits: [String: StaticString] = [:]
  ) throws -> RenderedMarkdown {
    try MarkdownRenderer().render(markdown, titleID: titleID, exhibits: Set(exhibits.keys)) {
      if let exhibit = exhibits[$0] { $1.put(exhibit) }
    }
  }

  private func head(
    _ markdown: String, _ exhibits: [String: StaticString] = [:]
  ) throws -> String {
    try render(markdown, exhibits).head.text
  }

  @Test func `a table gets its scopes, and a region to scroll in`() throws {
    #expect(
      try head("| a | b | c |\n|---|--:|:-:|\n| 1 | 2 | 3 |\n\n| d |\n|---|\n") == """
        <div class=tw role=region tabindex=0 aria-label=Table><table>
        <thead>
        <tr>
        <th scope=col>a
        <th scope=col class=num>b
        <th align=center>c


        <tbody>
        <tr>
        <td>1
        <td class=num>2
        <td align=center>3


        </table>
        </div>
        <div class=tw role=region tabindex=0 aria-label="Table 2"><table>
        <thead>
        <tr>
        <th scope=col>d


        </table>
        </div>

        """)
  }

  @Test func `a comment of ours begins a section, whose heading has its id`() throws {
    let page = try render(
      "# Title\n\n<!-- section next: Next -->\n## Look\n\ntext\n\n### More\n\n### More\n")
    #expect(page.head.text == "<h1>Title</h1>\n")
    #expect(page.contents == [RenderedMarkdown.Heading(id: "next", title: "Next")])
    #expect(
      page.sections.text == """
        <section class=s-next>
        <h2 id=next>Look</h2>
        <p>text
        <h3 id=more>More</h3>
        <h3 id=more-2>More</h3>
        </section>

        """)
  }

  @Test(arguments: [
    ("# T1 Run *it*", "<h1><span class=id>T1</span> Run <em>it</em></h1>\n"),
    ("# T1", "<h1>T1</h1>\n"), ("# T11 Run", "<h1>T11 Run</h1>\n"),
  ])
  func `the id that a title begins with is told apart`(markdown: String, html: String) throws {
    #expect(try render(markdown, titleID: "T1").head.text == html)
  }

  @Test func `what is folded away opens`() throws {
    #expect(
      try head("<!-- fold The <rest> -->\n\ntext\n\n<!-- end -->\n") == """
        <details class=fold><summary>The &lt;rest&gt;</summary>
        <p>text
        </details>

        """)
  }

  @Test func `what only the site says is a part of the page like others`() throws {
    #expect(try head("<!-- site -->\n\ntext\n\n<!-- end -->\n\nb\n") == "<p>text\n<p>b\n")
  }

  @Test(arguments: [
    ("a\n\nb", "<p>a\n<p>b\n"), ("a\n\n```\nb\n```", "<p>a</p>\n<pre><code>b\n</code></pre>\n"),
    ("a\n\n---\n", "<p>a</p>\n<hr />\n"),
    ("a\n\n> b\n", "<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n"),
    ("a\n\n## b\n", "<p>a\n<h2 id=b>b</h2>\n"), ("a\n\n#### b\n", "<p>a</p>\n<h4 id=b>b</h4>\n"),
    ("a\n\n- b\n- c\n", "<p>a\n<ul>\n<li>b\n<li>c\n</ul>\n"),
    ("- a\n\n- b\n", "<ul>\n<li>\n<p>a\n\n<li>\n<p>b\n\n</ul>\n"),
    ("3. a\n   - b\n", "<ol start=3>\n<li>a\n<ul>\n<li>b\n</ul>\n\n</ol>\n"),
    ("- a\n\n  > b\n", "<ul>\n<li>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n\n</ul>\n"),
    ("``` a b\n<\n```", "<pre><code class=language-a>&lt;\n</code></pre>\n"),
    (
      "> | a |\n> |--:|\n> | b |\n",
      "<blockquote>\n<table>\n<thead>\n<tr>\n<th align=right>a\n\n\n<tbody>\n<tr>\n<td align=right>b\n\n\n</table>\n</blockquote>\n"
    ),
  ])
  func `a paragraph has an end only where nothing else ends it`(markdown: String, html: String)
    throws
  {
    #expect(try head(markdown) == html)
  }

  @Test(arguments: [
    ("[a](b.html)", "<a href=b.html>a</a>"), ("[a](<b c> \"d\")", "<a href=b%20c title=d>a</a>"),
    ("[a](b?c=d&e 'f g')", "<a href=\"b?c=d&amp;e\" title=\"f g\">a</a>"),
    ("[a](b/)", "<a href=\"b/\">a</a>"), ("[a](é'\\[)", "<a href=\"%C3%A9&#x27;%5B\">a</a>"),
    ("![*a* `b`\nc](d.svg \"e\")", "<img src=d.svg alt=\"a b c\" title=e />"),
    ("![](d.svg)", "<img src=d.svg alt=\"\" />"), ("a  \nb\nc", "a<br />\nb\nc"),
    ("**a *b*** `<`", "<strong>a <em>b</em></strong> <code>&lt;</code>"),
    ("\"a\" 'b' &amp; &lt;", "&quot;a&quot; 'b' &amp; &lt;"),
    (
      "[a](JavaScript:x) [b](vbscript:x) [c](FILE:x) [d](data:text/html,x)",
      "<a href=\"\">a</a> <a href=\"\">b</a> <a href=\"\">c</a> <a href=\"\">d</a>"
    ),
    ("![a](data:image/png;x)", "<img src=\"data:image/png;x\" alt=a />"),
  ])
  func `words are what cmark makes of them, in lean HTML`(markdown: String, html: String) throws {
    #expect(try head(markdown) == "<p>" + html + "\n")
  }

  @Test func `markup and schemes of a bundle stay out`() throws {
    #expect(
      try head("<script>x</script>\n\n[a](javascript:x) <b>c</b>\n\n> <div>\n") == """
        <p><a href="">a</a> <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>
        <blockquote>
        <!-- raw HTML omitted -->
        </blockquote>

        """)
  }

  @Test func `the image of an exhibit becomes the exhibit, other images stay`() throws {
    #expect(
      try head(
        "![all](exhibit:all)\n\n![other](x.svg)\n", ["all": "<figure><svg/></figure>\n"]) == """
          <figure><svg/></figure>
          <p><img src=x.svg alt=other />

          """)
  }

  @Test func `a paragraph at the end of an exhibit ends as others do`() throws {
    let exhibits: [String: StaticString] = ["a": "<p>a</p>\n"]
    #expect(try head("![a](exhibit:a)\n\nb\n", exhibits) == "<p>a\n<p>b\n")
    #expect(try head("![a](exhibit:a)\n\n---\n", exhibits) == "<p>a</p>\n<hr />\n")
  }

  @Test func `an exhibit that the page does not have is an error`() {
    #expect(throws: MarkdownError.unknownExhibit("al", known: ["all"])) {
      try head("![x](exhibit:al)\n", ["all": ""])
    }
    #expect(throws: MarkdownError.unknownExhibit("all", known: ["each in a paragraph of its own"]))
    {
      try head("see ![x](exhibit:all)\n", ["all": ""])
    }
  }

  @Test(arguments: [
    ("<!-- fold More -->\n\na\n", "fold More"), ("a\n\n<!-- end -->\n", "end"),
    ("<!-- site -->\n\na\n", "site"),
    (
      "<!-- section a: A -->\n\n<!-- fold B -->\n\n<!-- section c: C -->\n\n<!-- end -->\n",
      "fold B"
    ),
  ])
  func `a fold and its end stand in pairs, within a section`(markdown: String, fault: String) {
    #expect(throws: MarkdownError.unbalancedFold(fault)) { try head(markdown) }
  }

  @Test func `a comment that asks for nothing known is an error`() {
    #expect(throws: MarkdownError.unknownDirective("sektion x")) {
      try head("<!-- sektion x -->\n")
    }
  }

  @Test(arguments: [
    ("`a` *b*", "<code>a</code> <em>b</em>"), ("", ""), ("a <b>", "a <!-- raw HTML omitted -->"),
    ("a\n\nb", "<p>a\n<p>b</p>\n"),
  ])
  func `a sentence is the inside of its paragraph`(markdown: String, written: String) {
    var html = MarkupWriter(.html)
    MarkdownRenderer().writeInline(markdown, to: &html)
    #expect(html.bytes.text == written)
  }
}
