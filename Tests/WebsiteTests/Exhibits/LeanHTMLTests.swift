import Testing

@testable import Website

struct LeanHTMLTests {
  @Test(arguments: [
    (#"<a class="x" href="../a/b.html#c">d</a>"#, "<a class=x href=../a/b.html#c>d</a>"),
    (
      #"<a href="a b" title="c=d" id="" rel="e/">f</a>"#,
      #"<a href="a b" title="c=d" id="" rel="e/">f</a>"#
    ),
    (#"<rect width="86" height="37"/>"#, "<rect width=86 height=37 />"),
    (#"<path d="M1 2"/>"#, #"<path d="M1 2"/>"#),
  ])
  func `a value keeps its quotes only where a parser needs them`(html: String, lean: String) {
    #expect(LeanHTML.trimmed(html) == lean)
  }

  @Test(arguments: [
    ("<ul><li>a</li>\n<li>b</li></ul>", "<ul><li>a\n<li>b</ul>"),
    ("<tr><th>a</th><td>b</td></tr>", "<tr><th>a<td>b"),
    ("<p>a</p>\n<p>b</p></div>", "<p>a\n<p>b</div>"),
    ("<p>a</p>\n<pre>b</pre>", "<p>a</p>\n<pre>b</pre>"),
    ("<p>a</p> b", "<p>a</p> b"),
  ])
  func `an end tag goes where the next tag ends the element by itself`(html: String, lean: String) {
    #expect(LeanHTML.trimmed(html) == lean)
  }

  @Test func `text that looks like a tag is not touched`() {
    #expect(LeanHTML.trimmed(#"<p>"a" &lt;/p></p>"#) == #"<p>"a" &lt;/p></p>"#)
  }
}
