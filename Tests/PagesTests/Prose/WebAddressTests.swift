import Pages
import Testing

struct WebAddressTests {
  @Test(arguments: ["http://x.com", "https://x.com/a?b#c", "HTTPS://X.com", "https://x.com/é"])
  func `http and https may be links`(address: String) {
    #expect(WebAddress.isAllowed(address))
  }

  @Test(arguments: [
    "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "//x.com",
    "x.com", "ftp://x.com", "file:///etc/passwd", " https://x.com", "https://x.com/a b",
    "https://x.com/\n", "https:x.com", "java\tscript:x", "\u{1}javascript:x", "https://\u{7F}",
    "http&#58;//x.com", "mailto:a@b.c", "exhibit:next",
  ])
  func `nothing else may`(address: String) {
    #expect(!WebAddress.isAllowed(address))
  }
}
