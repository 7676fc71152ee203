import Testing
import Website
@testable import Storage

struct SitePathTests {
  @Test(arguments: ["index.html", "techniques/T1059.001-all.html", ".nojekyll", "a/b/.x", "x_y"])
  func `a plain relative path is taken as it is`(path: String) throws {
    #expect(try SitePath(path).text == path)
  }

  @Test(arguments: [
    "", ".", "..", "a/b/...", "/etc/passwd", "a//b", "a/", "a/../../b", "a/./b", "a\\b", "a b",
    "a\0b", "a\nb",
    "%2e%2e/x", "é.html", "٣.html", "C:x", "a/\u{202E}b",
    String(repeating: "x", count: 121), "a/" + String(repeating: "x", count: 121),
  ])
  func `any other path is refused`(path: String) {
    #expect(throws: SiteFolderError.badPath(path)) { try SitePath(path) }
  }

  @Test func `a name of 120 characters is the longest`() throws {
    let path = "a/" + String(repeating: "x", count: 120)
    #expect(try SitePath(path).text == path)
  }

  @Test func `the folders on the way come outermost first`() throws {
    #expect(try SitePath("a/b/c.html").folders == ["a", "a/b"])
    #expect(try SitePath("c.html").folders == [])
  }
}
