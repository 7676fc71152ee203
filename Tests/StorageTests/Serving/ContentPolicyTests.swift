import Testing

@testable import Storage

struct ContentPolicyTests {
  @Test(arguments: [
    (
      "default-src 'none'; script-src 'self'",
      "default-src 'none'; script-src 'self'; connect-src 'self'"
    ),
    ("default-src 'none'", "default-src 'none'; connect-src 'self'"),
    ("default-src https:", "default-src https:; connect-src https: 'self'"),
    ("Connect-Src 'none' ;img-src *", "connect-src 'self'; img-src *"),
    ("connect-src https://a.example", "connect-src https://a.example 'self'"),
    (
      "connect-src 'self' https:; connect-src 'none'",
      "connect-src 'self' https:; connect-src 'none'"
    ),
    ("default-src 'self'", "default-src 'self'"), ("img-src 'none'", "img-src 'none'"), ("", ""),
  ])
  func `what is allowed comes to what is allowed already`(policy: String, mended: String) {
    var found = ContentPolicy(policy)
    found.allowOwn("connect-src")
    #expect(found.text == mended)
  }
}
