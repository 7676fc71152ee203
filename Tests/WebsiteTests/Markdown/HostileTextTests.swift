import Attack
import Pages
import Testing
import Text

@testable import Website

/// A bundle's texts on their way to a page: what comes out is text, or a link of http or https.
struct HostileTextTests {
  private static let exhibits: Set<String> = ["next", ""]
  private static let targets = ProseTargets(
    pages: ["T1055": "techniques/T1055.html"], reports: [:])

  /// `text` as a description between two sections of a page.
  private func page(_ text: String) throws -> String {
    let references = [
      ExternalReference(sourceName: "x", url: text), ExternalReference(sourceName: text),
    ]
    let prose = Prose(
      text, citing: references, Self.targets, at: PageLocation("techniques/T1001.html"))
    return try sections(prose.markdown)
  }

  private func sections(_ markdown: String) throws -> String {
    let before = "<!-- section about: About -->\n## What\n\n"
    let page = try MarkdownRenderer().render(
      before + markdown + "\n\n<!-- section take: Take -->\n## After\n\nend\n",
      exhibits: Self.exhibits
    ) { $1.put("EXHIBIT") }
    #expect(page.contents.map(\.id) == ["about", "take"], "\(markdown.debugDescription)")
    let text = page.sections.text
    let start = try #require(text.firstRange(of: "</h2>\n")).upperBound
    let end = try #require(text.ranges(of: "</section>\n<section class=s-take>").last)
    return String(text[start..<end.lowerBound])
  }

  private func cell(_ text: String) -> String {
    var html = MarkupWriter(.html)
    MarkdownRenderer().writeInline(
      Prose(cell: text, Self.targets, at: PageLocation("index.html")).markdown, to: &html)
    return html.bytes.text
  }

  /// The tags of `html` that a description may not have.
  private func strangers(in html: String, _ allowed: [String]) -> [Substring] {
    html.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst()
      .map { Substring($0.prefix { $0 != UInt8(ascii: ">") }) }
      .filter { tag in !allowed.contains(String(tag)) && !isLink(tag) }
  }

  private func isLink(_ tag: Substring) -> Bool {
    guard tag.hasPrefix("a href=") else { return false }
    let value = tag.dropFirst("a href=".count)
    let isQuoted = value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 1
    let address = isQuoted ? value.dropFirst().dropLast() : value
    guard isQuoted || !address.contains(where: { " =\"'`".contains($0) }) else { return false }
    let isOurs = address == "T1055.html" || address == "techniques/T1055.html"
    return !address.contains("\"")
      && (isOurs || WebAddress.isAllowed(String(address)))
  }

  private static let inline = ["em", "/em", "strong", "/strong", "code", "/code", "/a"]
  private static let blocks = inline + ["p", "/p", "ul", "/ul", "ol", "/ol", "li", "/li", "br /"]

  private func check(_ text: String) throws {
    let html = try page(text).replacing(#/<ol start=\d+>/#, with: "<ol>")
    #expect(strangers(in: html, Self.blocks).isEmpty, "\(text.debugDescription): \(html)")
    let line = cell(text)
    #expect(strangers(in: line, Self.inline).isEmpty, "\(text.debugDescription): \(line)")
    let plain = try sections(MarkdownText.escape(text))
    #expect(strangers(in: plain, ["p", "/p"]).isEmpty, "\(text.debugDescription): \(plain)")
    for html in [html, line, plain] {
      #expect(!html.contains("EXHIBIT"), "\(text.debugDescription)")
      #expect(TextCleaner.clean(html) == html, "\(text.debugDescription)")
    }
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
    "[a](JAVASCRIPT&colon;alert(1))", "[a](&#106;avascript:x)", "[a](data:text/html,<script>x)",
    "[a](https://x.com/\"onmouseover=\"x)", "[a](https://x.com \"onclick=x\")", "{{title}}{{{x}}}",
    "![x](exhibit:next)", "![x][y]\n\n[y]: exhibit:next", "!\u{301}[x](exhibit:next)",
    "![\u{301}](exhibit:next)", "!\\[x](exhibit:next)", "\\![x](exhibit:next)",
    "&#33;[x](exhibit:next)",
    "!&#91;x](exhibit:next)", "!<br>[x](exhibit:next)", "!`[x](exhibit:next)",
    "!</code>[x](exhibit:next)",
    "!<code></code>[x](exhibit:next)", "!</code>[x](https://x.com/a.png)",
    "!<code></code>[x](https://x.com/a.png)",
    "!(Citation: x)[x](https://x.com/a.png)", "!&rlm;[x](https://x.com)",
    "![x](https://x.com/a.png)",
    "!&#0;[x](https://x.com)", "!(Citation: x)[x](exhibit:next)", "<!-- section x: X -->",
    "a\n\n<!-- end -->\n\n<!-- fold -->", "<br><!-- section x -->", "```\n<!-- x -->\n", "~~~\na",
    "- ~~~\na", "1. ```\na", "> ~~~", "a\n===", "a\n---", "- a\n  ===", "| a |\n|---|\n| b |",
    "a\n:-:",
    "a\n-|-", "<table><tr><td>", "<?php x ?>", "<![CDATA[ x ]]>", "<!DOCTYPE x>",
    "</section></main>",
    "<https://x.com/>", "<javascript:x>", "www.x.com https://x.com/<script>",
    "[a]: javascript:x\n\n[a]",
    "[^1]\n\n[^1]: note", "&lt;script&gt;", "&#60;script&#62;", "&#x202e;a&rlm;b&#0;c&#27;",
    "\\<script>",
    "`<script>", "<code><script></code>", "<code>`</code>`<b>`", "# a", "- # a", "1) ## a",
    "    code",
    "- a\n\n        code", "***\n___", "* * *", "[<img src=x>](https://x.com)",
    "[`](https://x.com)`<b>`", "**[a](https://x.com**)", "(Citation: <b>)", "<br>\n# a\n<br>> b",
    "\u{0}",
    "+ a\n+ b", "12345678901. a", "123456789. a", "a  \nb", "\\", "a\\", "!", "[", "](",
  ])
  func `a hostile text becomes text`(text: String) throws {
    // Control characters go where a bundle is read.
    try check(TextCleaner.clean(text))
  }

  @Test func `random texts over a nasty alphabet become text`() throws {
    let alphabet = [
      "<", ">", "[", "]", "(", ")", "!", "`", "``", "```", "~~~", "\\", "*", "_", "**", "|", ":",
      "-",
      "---", "=", "#", "## ", "\n", "\n\n", " ", "    ", "\t", "&", ";", "&lt;", "&#91;", "&#x21;",
      "{{", "}}", "\"", "'", "/", "a", "x", "1. ", "- ", "+ ", "> ", "<code>", "</code>", "<br>",
      "<b>",
      "<script>", "<!--", "-->", " section x: X ", "exhibit:next", "![x](exhibit:next)",
      "javascript:",
      "data:", "](", "https://x.com", "https://attack.mitre.org/techniques/T1055", "(Citation: ",
      "x)",
      "(LinkById : ", "T1055", "\u{301}", "é", "[x]: ", "onerror=", "www.", "@",
    ]
    var random = Dice(state: 20_260_101)
    for _ in 0..<4_000 {
      let length = Int.random(in: 1...14, using: &random)
      let text = (0..<length).compactMap { _ in alphabet.randomElement(using: &random) }.joined()
      try check(text)
    }
  }
}
