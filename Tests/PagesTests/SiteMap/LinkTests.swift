import Pages
import Testing

struct LinkTests {
  @Test(arguments: [
    ("techniques/T1.html", "techniques/T2.html", "T2.html"),
    ("techniques/T1.html", "techniques/T1.html", "T1.html"),
    ("techniques/T1.html", "techniques/T1.html#all", "#all"),
    ("techniques/T1.html", "techniques/T1.htmlx#all", "T1.htmlx#all"),
    ("techniques/T1.html", "groups/G1.html", "../groups/G1.html"),
    ("techniques/T1.html", "techniques-x/T1.html", "../techniques-x/T1.html"),
    ("techniques/T1.html", "index.html", "../index.html"),
    ("techniques/T1.html", "techniques/a/b.html", "../techniques/a/b.html"),
    ("index.html", "techniques/T1.html", "techniques/T1.html"),
    ("index.html", "index.html#a", "index.html#a"),
  ])
  func `a page is reached by a relative address`(from: String, to: String, href: String) {
    #expect(PageLocation(from).href(to) == href)
  }

  @Test func `the root is one folder up, or here`() {
    #expect(PageLocation("techniques/T1.html").base == "../")
    #expect(PageLocation("index.html").base == "")
  }
}
