import CCmarkGFM
import Testing
import Text

@testable import Website

/// The HTML that is written lean at once, against what cmark itself writes, made lean by patterns.
struct MarkdownTwinTests {
  private func written(_ markdown: String) -> String {
    var html = MarkupWriter(.html)
    MarkdownRenderer().writeInline(markdown, to: &html)
    return html.bytes.text
  }

  /// cmark's own HTML in its safe mode; of a single paragraph the inside.
  private func original(_ markdown: String) -> String {
    cmark_gfm_core_extensions_ensure_registered()
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8
    guard let parser = cmark_parser_new(options) else { return "" }
    defer { cmark_parser_free(parser) }
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"))
    cmark_parser_feed(parser, markdown, markdown.utf8.count)
    guard let document = cmark_parser_finish(parser) else { return "" }
    defer { cmark_node_free(document) }
    let extensions = cmark_parser_get_syntax_extensions(parser)
    guard let text = cmark_render_html(document, options, extensions) else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    let html = String(cString: text)
    guard let block = cmark_node_first_child(document), cmark_node_next(block) == nil,
      cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH
    else { return html }
    return String(Substring(html.utf8.dropFirst("<p>".utf8.count).dropLast("</p>\n".utf8.count)))
  }

  private func lean(_ html: String) -> String {
    html.replacing(#/</p>(?=\n*(<(p|ul|ol|table|h2|h3)[ >]|</li>))/#, with: "")
      .replacing(#/</(td|th|tr|thead|tbody|li)>/#, with: "")
      .replacing(#/="([-a-zA-Z0-9._\/#%(),:]*[-a-zA-Z0-9._#%(),:])"/#) { "=\($0.1)" }
  }

  private func check(_ markdown: String) {
    #expect(written(markdown) == lean(original(markdown)), "\(markdown.debugDescription)")
  }

  @Test(arguments: [
    // Words.
    "a", "a\nb", "a  \nb", "a\\\nb", "*a* **b** ***c*** _d_ __e__ *a **b** c*", "**a **b** c**",
    "`a` ``b ` c`` `<&\"'>`", "\"a\" 'b' & < > &amp; &lt; &copy; &nbsp; &#x202e; &unknown;",
    "\\*a\\* \\<b\\>", "~~a~~ ~b~", "é 技術 🦊 e\u{301}", "a <b>c</b> <!-- d --> <?e?>",
    // Links and images.
    "[a](b)", "[a](b.html#c)", "[a](b/)", "[a]()", "[a](<>)", "[a](<b c>)", "[a](b \"c\")",
    "[a](b \"c d\")", "[a](b 'it''s')", "[a](b \"<&\\\"'>\")", "[a](b \"c/\")", "[*a* `b`](c)",
    "[a](b?c=d&e=f)", "[a](b&amp;c)", "[a](é)", "[a](a~b!c$d'e*f+g;h@i_j|k^l`m{n}o\\\\p)",
    "[a](%zz%20)", "[a](b%)", "[a][b]\n\n[b]: /c 'd'", "[a]\n\n[a]: <>", "<https://a.b/c?d=e>",
    "<a@b.c>", "![a](b)", "![](b)", "![*a* `b` **c\nd**  \ne](f \"g\")", "![a ![b](c) d](e)",
    "[![a](b)](c)", "![<b>a</b> &amp; \"](c)", "https://a.b", "www.a.b",
    "[a](JavaScript:x)", "[a](javascript&colon;x)", "[a](vbscript:x)", "[a](FILE:x)",
    "[a](data:text/html,x)", "![a](data:image/png;x)", "![a](DATA:image/gif;x)",
    "![a](data:image/svg+xml;x)", "[a](java script:x)", "[a]( javascript:x)",
    // Blocks, and what follows a paragraph.
    "a\n\nb", "# a", "# a #", "a\n=", "a\n-", "a\n\n# b", "a\n\n## b", "a\n\n### b", "a\n\n#### b",
    "###### *a* `b`", "a\n\n---\n\nb", "a\n\n> b", "> a\n> b", "> a\n\n> b", "> > a\n\nb", ">",
    "a\n\n    b\n    <c>", "a\n\n```\nb\n```", "``` a b\n<\n```", "```a/\nb\n```", "```é\nb\n```",
    "``` a\u{a0}b\n```", "``` a\u{b}b\n```", "~~~ \"&\n~~~", "```\n\n```", "<div>\n\na",
    "a\n\n<div>b\n</div>\n",
    "> <div>\n> a", "a\n\n<!-- b -->\n\nc", "[a]: b", "", " ", "\n\n",
    // Lists.
    "- a\n- b", "- a\n\n- b", "* a\n  - b\n    + c", "- a\n\n  b\n- c", "- a\n  - b\n\n    c",
    "1. a\n2. b", "3) a\n4) b", "0. a", "- a\n1. b", "-", "-\n-", "- \n\n- a", "a\n- b\n- c",
    "- # a\n- ## b", "- > a\n- > b\n\n  c", "- ```\n  a\n  ```\n- b", "- a\n\n  ***\n- b",
    "- a\n\n      b", "> - a\n> - b\n\nc", "- a\n\n  > b", "- [ ] a\n- [x] b", "- - - a",
    "- a\n<div>",
    "1. a\n\n   - b\n   - c\n\n2. d", "- a\n  ## b\n  c", "- a\n\n<!-- -->\n\n- b",
    // Tables.
    "| a |\n|---|", "| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | 4 |",
    "| a |\n|---|\n| b |\n| c |\n\nd", "a|b\n-|-\n1|2|3\n4",
    "| `a\\|b` | *c* |\n|---|---|\n| [d](e) | |",
    "a\n| b |\n|---|\n| c |", "> | a |\n> |--:|\n> | b |", "- | a |\n  |---|\n  | b |\n- c",
    "a\n\n| b |\n|---|\n\n| c |\n|---|\n| d |",
    // Not of this dialect.
    "a[^1]\n\n[^1]: b", "<title>a</title>", "a\n\n<script>b</script>\n\nc",
  ])
  func `what is written is what cmark writes, without what HTML does without`(markdown: String) {
    check(markdown)
  }

  @Test func `random texts are written as cmark writes them`() {
    let alphabet = [
      "a", "b c", " ", "  ", "    ", "\n", "\n", "\n\n", "\n\n", "  \n", "\t", "- ", "* ", "+ ",
      "1. ",
      "2) ", "> ", "# ", "## ", "#### ", "---", "\n---\n", "```", "~~~", "`", "*", "**", "_", "[",
      "]",
      "](", "](b.html)", "](<b c> \"d\")", "![", ")", "<", ">", "<b>", "<!--", "-->", "<div>", "&",
      "&amp;", "\"", "'", "\\", "| a | b |\n|---|--:|\n| c | d |\n", "|", "|---|", "/", ":", "=",
      "é",
      "\u{a0}", "javascript:", "https://x.com", "[x]: y\n", "[x]",
    ]
    var random = Dice(state: 20_260_103)
    for _ in 0..<3_000 {
      let length = Int.random(in: 1...16, using: &random)
      check((0..<length).compactMap { _ in alphabet.randomElement(using: &random) }.joined())
    }
  }

  @Test(arguments: ["> ", "*a **b ", "[", "![a", "- "])
  func `what is deep in itself needs no deep stack`(opening: String) {
    let closing = opening == "*a **b " ? "** *" : opening == "![a" ? "](b)" : ""
    let markdown =
      String(repeating: opening, count: 4_000) + "x" + String(repeating: closing, count: 4_000)
    check(markdown)
  }
}
