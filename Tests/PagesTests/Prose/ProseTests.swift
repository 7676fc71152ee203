import Attack
import Corpora
import Pages
import Testing

struct ProseTests {
  private static let report = ExternalReference(sourceName: "Report 2020", url: "https://x.com/a")
  private static let targets = ProseTargets(
    pages: [
      "T1055": "techniques/T1055.html", "T1055.011": "techniques/T1055.011.html",
      "G0047": "groups/G0047.html",
    ],
    reports: [ReportKey(report): "reports/x.html"])
  private static let references = [
    report, ExternalReference(sourceName: "Report", url: "https://y.com/b"),
    ExternalReference(sourceName: "A (b) c", url: "https://z.com/(c)"),
    ExternalReference(sourceName: "Bad", url: "javascript:x"),
    ExternalReference(sourceName: "No*ne"),
  ]

  private func prose(_ text: String) -> String {
    Prose(text, citing: Self.references, Self.targets, at: PageLocation("techniques/T1001.html"))
      .markdown
  }

  private func cell(_ text: String) -> String {
    Prose(cell: text, Self.targets, at: PageLocation("index.html")).markdown
  }

  @Test(arguments: [
    ("run <code>a_b*c</code>", "run `a_b*c`"), ("<CODE>a</CODE>", "`a`"), ("`a_b`", "`a_b`"),
    ("<code>a`b</code>", "``a`b``"), ("<code>`a</code>", "`` `a ``"),
    ("<code> a\nb </code>", "`a b`"),
    ("<code></code>x", "x"), ("a <code>b", "a b"), ("a</code> b", "a b"),
    ("<code>a <code>b</code>", "a `b`"), ("<code>a\n\nb</code>", "a\n\nb"),
    ("<code>a</code></code>b", "`a`b"), ("`a", "\\`a"), ("``a`", "\\`\\`a\\`"),
    ("`a\n\nb`", "\\`a\n\nb\\`"), ("```\na\n```", "`a`"), ("a ``b`c``", "a ``b`c``"),
    ("<code>C:\\a\\*</code>", "`C:\\a\\*`"), ("<code>&lt;user&gt;&#92;a</code>", "`<user>\\a`"),
    ("<code>&unknown; &#x202E;</code>", "`&unknown;`"),
    ("<code>[cmd](https://attack.mitre.org/software/S0106) /c [x]</code>", "`cmd /c [x]`"),
    ("`&lt;`", "`&lt;`"),
  ])
  func `code is code, and what does not pair is left out or is text`(
    text: String, markdown: String
  ) {
    #expect(prose(text) == markdown)
  }

  @Test(arguments: [
    ("<username> and <path>", "\\<username> and \\<path>"), ("a<b", "a\\<b"),
    ("<u>a</u>", "\\<u>a\\</u>"), ("<script>x</script>", "\\<script>x\\</script>"),
    ("<!-- section x: X -->", "\\<!-- section x: X -->"), ("<\u{301}script>", "\\<\u{301}script>"),
    ("<https://x.com>", "\\<https://x.com>"), ("<code x>", "\\<code x>"),
  ])
  func `every other tag is text, placeholders too`(text: String, markdown: String) {
    #expect(prose(text) == markdown)
  }

  @Test(arguments: [
    ("a<br>b", "a\\\nb"), ("a<br/>b", "a\\\nb"), ("a <BR />\nb", "a \\\nb"), ("a<br>", "a"),
    ("a<br><br>b", "a\n\nb"), ("a<br>\n\nb", "a\n\nb"), ("<br>a", "a"), ("a<br># b", "a\\\n\\# b"),
    ("a<br>---", "a\\\n\\---"), ("</code># a", "\\# a"), ("&#x202E;~~~", "\\~~~"),
    ("- <code></code># a", "- \\# a"),
    ("<br>> a", "\\> a"),
  ])
  func `a break breaks the line where something follows`(text: String, markdown: String) {
    #expect(prose(text) == markdown)
  }

  @Test(arguments: [
    ("# a", "\\# a"), ("a\n### Title\nb", "a\n\n**Title**\n\nb"), ("###### a*b", "**a\\*b**\n"),
    ("####### a", "\\####### a"), ("#a", "\\#a"), ("a\n===", "a\n\\==="), ("a\n---", "a\n\\---"),
    ("***", "\\***"), ("- - -", "\\- - -"), ("    code", "code"), ("\tcode", "code"),
    ("~~~\na", "\\~~~\na"), ("> a", "\\> a"), ("a\n:-", "a\n\\:-"),
    ("| a |\n|-|", "\\| a \\|\n\\|-\\|"),
    ("[a]: https://x.com", "\\[a]: https://x.com"), ("- # a", "- \\# a"), ("* ~~~", "\\* ~~~"),
    ("-     code", "- code"), ("1. > a", "1. \\> a"),
  ])
  func `no line begins a heading, rule, quote, table or block of code`(
    text: String, markdown: String
  ) {
    #expect(prose(text) == markdown)
  }

  @Test(arguments: [
    ("* a\n* b", "* a\n* b"), ("* a\n    * b", "* a\n   * b"), ("- a\n  - b", "- a\n  - b"),
    ("1. a\n2) b", "1. a\n2) b"), ("**a** b", "**a** b"), ("1990. a", "1990. a"),
    ("a\n\n \nb", "a\n\n\nb"),
  ])
  func `lists, emphasis and paragraphs stay`(text: String, markdown: String) {
    #expect(prose(text) == markdown)
  }

  @Test(arguments: [
    "https://attack.mitre.org/techniques/T1055/011",
    "https://attack.mitre.org/techniques/T1055/011/",
    "http://attack.mitre.org/techniques/T1055/011", "https://attack.mitre.org/techniques/T1055.011",
    "https://attack.mitre.org/techniques/T1055/011/#a",
    "https://attack.mitre.org/techniques/T1055/011?a",
    "HTTPS://Attack.MITRE.org/techniques/T1055/011",
  ])
  func `a link to ATT&CK's own page becomes local`(address: String) {
    #expect(prose("[a_b](\(address))") == "[a\\_b](T1055.011.html)")
  }

  @Test(arguments: [
    "https://attack.mitre.org/techniques/T9999", "https://attack.mitre.org/techniques/T1055/999",
    "https://attack.mitre.org/versions/v9/techniques/T1055", "https://attack.mitre.org/",
    "https://attack.mitre.org.evil.com/techniques/T1055", "https://x.com/techniques/T1055",
    "https://x.com/?a=https://attack.mitre.org/techniques/T1055", "https://attack.mitre.org/T1055",
  ])
  func `any other link stays where it is`(address: String) {
    #expect(prose("[a](\(address))") == "[a](\(address))")
  }

  @Test(arguments: [
    ("[a](javascript:x)", "a"), ("[a](data:text/html,x)", "a"), ("[a](exhibit:next)", "a"),
    ("[a](../x.html)", "a"), ("[*a*](JAVASCRIPT:x)", "\\*a\\*"),
    ("[a](java\tscript:x)", "\\[a](java\tscript:x)"),
    ("![x](exhibit:next)", "\\!x"), ("![x](https://x.com/a.png)", "\\![x](https://x.com/a.png)"),
    ("!\u{301}[x](https://x.com)", "!\u{301}[x](https://x.com)"), ("[a] (b)", "\\[a] (b)"),
    ("[\u{301}a](javascript:x)", "\u{301}a"), ("![\u{301}](exhibit:next)", "\\!\u{301}"),
    ("[a](https://x.com/b_(c))d", "[a](https://x.com/b_%28c%29)d"),
    ("[a](https://x.com/(b)", "[a](https://x.com/%28b)"),
    ("[a\nb](https://x.com)", "[a b](https://x.com)"),
    ("[[a]](https://x.com)", "\\[\\[a]](https://x.com)"),
    ("[a](https://x.com", "\\[a](https://x.com"),
    ("[&lt;a&gt;](https://x.com)", "[\\<a\\>](https://x.com)"),
    ("[a](<javascript:x>)", "a"),
    ("[a](https://x.com/?b=&#106;)", "[a](https://x.com/?b=\\&#106;)"),
  ])
  func `only http and https are links`(text: String, markdown: String) {
    #expect(prose(text) == markdown)
  }

  @Test(arguments: [
    ("a.(Citation: Report 2020)", "a. [\\[1\\]](../reports/x.html)"),
    (
      "a(Citation: Report)(Citation: Report 2020)(Citation: Report)",
      "a [\\[1\\]](https://y.com/b) [\\[2\\]](../reports/x.html) [\\[1\\]](https://y.com/b)"
    ),
    ("a (Citation: A (b) c) d", "a [\\[1\\]](https://z.com/%28c%29) d"),
    ("a(Citation: Report)(Citation: Report) b", "a [\\[1\\]](https://y.com/b) b"),
    ("a (Citation:Report)", "a [\\[1\\]](https://y.com/b)"),
    ("a (citation:  Report )", "a [\\[1\\]](https://y.com/b)"),
    ("(Citation: Bad)", "\\[Bad\\]"), ("(Citation: No*ne)", "\\[No\\*ne\\]"),
    ("(Citation: Unknown)", "(Citation: Unknown)"), ("(Citation: Report", "(Citation: Report"),
    ("(LinkById : G0047) did", "[G0047](../groups/G0047.html) did"),
    ("(LinkById\u{202F}: G0047)", "[G0047](../groups/G0047.html)"),
    ("(LinkById: G9999)", "(LinkById: G9999)"), ("(LinkById", "(LinkById"),
  ])
  func `citations become numbered links, each name with one number`(
    text: String, markdown: String
  ) {
    #expect(prose(text) == markdown)
  }

  @Test(arguments: [
    ("C:\\Users\\*", "C:\\\\Users\\*"), ("a\\_b", "a\\_b"),
    ("\\[a](https://x.com)", "\\\\[a](https://x.com)"),
    ("a\\", "a\\\\"), ("a\\\nb", "a\\\\\nb"), ("\\`a`", "\\\\`a`"), ("\\<b>", "\\\\\\<b>"),
    ("&lt;b&gt; &#42; &amp;lt; &#x202E;a &rlm; &", "\\<b\\> \\* \\&lt; a \\&rlm; \\&"),
    ("a|b!c", "a\\|b!c"), ("{{name}} {{{a}}}", "{{name}} {{{a}}}"),
  ])
  func `backslashes are paths, and signs by their names are those signs`(
    text: String, markdown: String
  ) {
    #expect(prose(text) == markdown)
  }

  @Test(arguments: [
    (" a (Citation: X (y)) b.(Citation: Z)", "a b."), ("a (Citation: X).", "a."),
    ("a.(Citation: X) .", "a."), ("a\nb<br>c", "a b c"), ("- a", "\\- a"), ("1. a", "1\\. a"),
    ("### a", "\\### a"), ("a\t \n", "a"), ("(Citation: open", "(Citation: open"), ("", ""),
    ("(Citation: (open) b", "b"),
    ("[T](https://attack.mitre.org/techniques/T1055)", "[T](techniques/T1055.html)"),
  ])
  func `in a cell there are no citations, lists and breaks`(text: String, markdown: String) {
    #expect(cell(text) == markdown)
  }

  @Test func `its first paragraph stands apart`() {
    let parts = Prose("\na\n\n\nb\n\nc", citing: [], Self.targets, at: PageLocation("index.html"))
      .parts
    #expect(parts.first == "a" && parts.rest == "b\n\nc")
    #expect(Prose("a", citing: [], Self.targets, at: PageLocation("index.html")).parts.rest == nil)
  }

  @Test(
    arguments: [
      "[", "](", "[a](", "`", "``a`", "<code>", "(Citation: ", "<br>", "&", "&#1;", "#",
      "- ", "> ", "\\", "!", "(LinkById ", "[a](b(", "**", "<", "\n", "1. ", "~~~\n",
    ])
  func `a long run of one sign stays in proportion`(sign: String) {
    let text = String(repeating: sign, count: 100_000 / sign.utf8.count)
    let length = prose(text).utf8.count + cell(text).utf8.count
    #expect(length <= text.utf8.count * 6)
  }
}
