import Testing
import Website

struct MarkdownRendererTests {
  private func sections(_ markdown: String, _ exhibits: [String: String] = [:]) throws -> String {
    try MarkdownRenderer().render(markdown, exhibits: exhibits).sections
  }

  private func head(_ markdown: String, _ exhibits: [String: String] = [:]) throws -> String {
    try MarkdownRenderer().render(markdown, exhibits: exhibits).head
  }

  @Test func `a table gets its scopes, and a region to scroll in`() throws {
    #expect(
      try head("| a | b |\n|---|--:|\n| 1 | 2 |\n") == """
        <div class="tw" role="region" tabindex="0" aria-label="Table"><table>
        <thead>
        <tr>
        <th scope="col">a</th>
        <th scope="col" class="num">b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        <td class="num">2</td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test func `a comment of ours begins a section, whose heading has its id`() throws {
    let page = try MarkdownRenderer().render(
      "# Title\n\n<!-- section next: Next -->\n## Look\n\ntext\n\n### More\n\n### More\n")
    #expect(page.head == "<h1>Title</h1>\n")
    #expect(page.contents == [RenderedMarkdown.Heading(id: "next", title: "Next")])
    #expect(
      page.sections == """
        <section class="s-next">
        <h2 id="next">Look</h2>
        <p>text</p>
        <h3 id="more">More</h3>
        <h3 id="more-2">More</h3>
        </section>

        """)
  }

  @Test func `what is folded away opens`() throws {
    #expect(
      try head("<!-- fold The <rest> -->\n\ntext\n\n<!-- end -->\n") == """
        <details class="fold"><summary>The &lt;rest&gt;</summary>
        <p>text</p>
        </details>

        """)
  }

  @Test func `markup and schemes of a bundle stay out`() throws {
    #expect(
      try head("<script>x</script>\n\n[a](javascript:x) <b>c</b>\n") == """
        <p><a href="">a</a> <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>

        """)
  }

  @Test func `the image of an exhibit becomes the exhibit, other images stay`() throws {
    #expect(
      try head(
        "![all](exhibit:all)\n\n![other](x.svg)\n", ["all": "<figure><svg/></figure>\n"]) == """
          <figure><svg/></figure>
          <p><img src="x.svg" alt="other" /></p>

          """)
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
  ])
  func `a sentence is the inside of its paragraph`(markdown: String, html: String) {
    #expect(MarkdownRenderer().inlineHTML(from: markdown) == html)
  }
}
