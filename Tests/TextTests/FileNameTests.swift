import Testing
@testable import Text

struct FileNameTests {
  @Test(arguments: ["T1059.001", "credential-access", "a_b", String(repeating: "a", count: 120)])
  func `a name of ASCII letters, digits, dots, hyphens and underscores is safe`(name: String) {
    #expect(FileName.isSafe(name))
  }

  @Test(arguments: [
    "", ".", "..", "a/b", "a b", "a\u{0}", "é", "T１０５９", "a:b", String(repeating: "a", count: 121),
  ])
  func `no other is`(name: String) {
    #expect(!FileName.isSafe(name))
  }

  @Test(arguments: ["logo.svg", "Team logo.PNG", "a.b.webp"])
  func `a name that ends as a picture's does is one of a picture`(name: String) {
    #expect(FileName.isPicture(name))
  }

  @Test(arguments: ["ACME hunts", "acme.example", "svg", ""])
  func `another is none`(name: String) {
    #expect(!FileName.isPicture(name))
  }
}
