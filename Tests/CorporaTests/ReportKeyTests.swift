import Attack
import Corpora
import TestSupport
import Testing
import Text

struct ReportKeyTests {
  private func key(_ url: String?, name: String = "Name") -> String {
    ReportKey(ExternalReference(sourceName: name, url: url)).text
  }

  @Test(arguments: [
    ("https://adsecurity.org/?p=556", "adsecurity.org?p=556"),
    (
      "https://web.archive.org/web/20160303200515/https:/operationblockbuster.com/wp-content/a.pdf",
      "operationblockbuster.com/wp-content/a.pdf"
    ),
    ("http://web.archive.org/web/20200810id_/http://www2.x.com/A/#b", "www2.x.com/A"),
    ("https://www.darkreading.com/d/d-id/1322645?", "darkreading.com/d/d-id/1322645"),
    ("https://x.com/a.html?b=C#When:15", "x.com/a.html?b=C"),
  ])
  func `the examples of the rule`(url: String, text: String) {
    #expect(key(url) == text)
  }

  @Test(arguments: [
    ("http://x.com/a", "x.com/a"), ("HTTPS://WWW.X.com/A", "x.com/A"), ("x.com/a", "x.com/a"),
    (" https://x.com/a\n", "x.com/a"), ("https://x.com", "x.com"), ("https://x.com///", "x.com"),
    ("https://x.com/a//?b=/", "x.com/a?b=/"), ("https://x.com/%7Ea/", "x.com/%7Ea"),
    ("https://www.www.x.com", "www.x.com"), ("https://www2.x.com", "www2.x.com"),
    ("https://x.com#a", "x.com"), ("https://x.com/#!/a", "x.com"), ("https://x.com/?#a", "x.com"),
    ("https://x.com?a=//b", "x.com?a=//b"), ("https://X.com:8080/A", "x.com:8080/A"),
    ("ftp://x.com/a", "x.com/a"), ("https://x.com/é/", "x.com/é"),
  ])
  func `what does not matter in an address is dropped, what does is kept`(
    url: String, text: String
  ) {
    #expect(key(url) == text)
  }

  @Test(arguments: [
    ("https://web.archive.org/web/2020/x.com/a/", "x.com/a"),
    ("https://web.archive.org/web/2020/http://x.com/a?b=c", "x.com/a?b=c"),
    (
      "https://web.archive.org/web/2020/https://web.archive.org/web/2019id_/https:/www.x.com/a",
      "x.com/a"
    ),
    ("https://web.archive.org/web/2020if_/HTTP:///X.com/a", "x.com/a"),
    ("https://web.archive.org/web/*/x.com", "web.archive.org/web/*/x.com"),
    ("https://web.archive.org/web/2020IF/x.com", "web.archive.org/web/2020IF/x.com"),
    ("https://web.archive.org/web/2020", "web.archive.org/web/2020"),
    ("https://web.archive.org/save/2020/x.com", "web.archive.org/save/2020/x.com"),
    ("https://x.com/web/2020/http://y.com", "x.com/web/2020/http://y.com"),
  ])
  func `the Web Archive is left, however often it was archived`(url: String, text: String) {
    #expect(key(url) == text)
  }

  @Test func `an address of thousands of copies ends as any other`() {
    let copies = String(repeating: "https://web.archive.org/web/1/", count: 40_000)
    #expect(key(copies + "x.com").hasPrefix("web.archive.org/web/1/https:"))
  }

  @Test func `without an address it is the name, blanks folded, in small letters`() {
    #expect(key(nil, name: " Kroll  RawPOS Jan 2017") == "name:kroll rawpos jan 2017")
    #expect(key(" ", name: "A\tB") == "name:a b")
  }

  @Test func `it is compared by its bytes: an accent in two forms is two keys`() {
    let (one, two) = (ReportKey("x.com/\u{E9}"), ReportKey("x.com/e\u{301}"))
    #expect(one != two && two < one && Set([one, two]).count == 2)
  }

  @Test(arguments: [
    ("adsecurity.org?p=556", "adsecurity-org-p-556-"), ("X.com/A--b/", "x-com-a-b--"),
    ("name:é", "name--"),
    (String(repeating: "a", count: 100), String(repeating: "a", count: 60) + "-"),
    ("?/", "report-"), ("\u{1D7D8}", "report-"), ("/-a", "a-"),
  ])
  func `the id of its page is readable, and ends with its hash`(text: String, start: String) {
    #expect(ReportKey(text).id == start + FNV1a.hexadecimal(text.utf8).prefix(8))
    #expect(FileName.isSafe(ReportKey(text).id))
  }

  @Test(arguments: [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
  ])
  func `the hash is the published one`(text: String, digits: String) {
    #expect(FNV1a.hexadecimal(text.utf8) == digits)
  }
}
