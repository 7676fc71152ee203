import Pages
import Testing

struct MarkdownTextTests {
  @Test(arguments: [
    ("plain – text", "plain – text"), ("", ""), ("a*b_c`d", "a\\*b\\_c\\`d"),
    ("<b>&amp;", "\\<b\\>\\&amp;"), ("![x](y)", "\\!\\[x\\](y)"), ("a|b~c\\d", "a\\|b\\~c\\\\d"),
    ("a\nb\tc", "a b c"), ("# a", "\\# a"), ("- a", "\\- a"), ("+ a", "\\+ a"), ("=== ", "\\=== "),
    (":-:", "\\:-:"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("1990s", "1990s"), ("7", "7"),
    ("a # b - c", "a # b - c"), ("    # code", " \\# code"), ("\u{301}# a", "\u{301}# a"),
  ])
  func `text says just itself`(text: String, markdown: String) {
    #expect(MarkdownText.escape(text) == markdown)
  }

  @Test(arguments: [
    ("a.html", "a.html"), ("https://x.com/a_b?c=d&e", "https://x.com/a_b?c=d&e"),
    ("a b", "a%20b"), ("a(b)", "a%28b%29"), ("a\"b<c>", "a%22b%3Cc%3E"), ("é", "%C3%A9"),
    ("a\nb", "a%0Ab"), ("a\\b`|{}^", "a%5Cb%60%7C%7B%7D%5E"), ("?a&lt;", "?a\\&lt;"),
  ])
  func `an address ends where its link ends`(address: String, destination: String) {
    #expect(MarkdownText.destination(address) == destination)
  }

  @Test func `a link is a text and an address`() {
    #expect(MarkdownText.link("a]b", "c)d") == "[a\\]b](c%29d)")
  }
}
