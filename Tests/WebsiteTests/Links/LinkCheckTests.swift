import Testing
import Website

struct LinkCheckTests {
  private func check(
    _ pages: KeyValuePairs<String, String>, files: Set<String> = [], base: String? = nil
  ) -> [BrokenLink] {
    var check = LinkCheck(base: base)
    for (path, html) in pages { check.add(path, html.utf8) }
    return check.broken(files: files.union(pages.map(\.key)))
  }

  @Test func `a sound site has no fault`() {
    let found = check(
      [
        "index.html": """
        <!doctype html><link rel=stylesheet href="assets/a.css"><a href='groups/G1.html'>1</a>
        <a href="groups/G1.html#x">2</a> <a href=groups/../index.html>3</a> <a href="#">top</a>
        <a href="https://example.org/gone#x">4</a> <a href="mailto:a@b">5</a> <a href="">6</a>
        <a href="?q=1">7</a> <a href="groups/G1.html?q=/2#x">8</a> <img src=./data/a.csv alt>
        <a href="//example.org/gone">9</a>
        """,
        "groups/G1.html": "<h2 id=x>x</h2><a href=\"../index.html\">up</a><a href=\"#x\">x</a>",
      ], files: ["assets/a.css", "data/a.csv"])
    #expect(found == [])
  }

  @Test(arguments: [
    "gone.html", "groups/", "..", ".", "../index.html", "groups/index.html/", "INDEX.html",
    "index.html%", "index.html%00", "%2e%2e/index.html", "gone.csv#x", "a%3Ab",
  ])
  func `a link to no file is found`(link: String) {
    let found = check(["index.html": "<a href=\"\(link)\">a</a>", "groups/index.html": ""])
    #expect(found == [BrokenLink(.noFile, link, count: 1, pages: ["index.html"])])
  }

  @Test func `an anchor that is missing is found, on the page and on another`() {
    let found = check([
      "index.html": "<a href=\"#gone\">1</a><a href=a/b.html#gone>2</a><a href=a/b.html#ok>3</a>",
      "a/b.html": "<p id=ok><a name=old></a><a href=../index.html#ok>1</a><a href=#old>2</a>",
    ])
    #expect(
      found == [
        BrokenLink(.noAnchor, "#gone", count: 1, pages: ["index.html"]),
        BrokenLink(.noAnchor, "../index.html#ok", count: 1, pages: ["a/b.html"]),
        BrokenLink(.noAnchor, "a/b.html#gone", count: 1, pages: ["index.html"]),
      ])
  }

  @Test func `where the fragment is the state of a page, any will do`() {
    let found = check([
      "explore.html": "<a href=#T1047>1</a><a href=search.html#wmi>2</a>",
      "search.html": "", "compare.html": "<a href=#G1,G2>1</a>",
      "a/b.html": "<a href=../explore.html#T1047,T1059>1</a>",
    ])
    #expect(found == [])
  }

  @Test func `an id that a page has twice is found, on two pages it is fine`() {
    let found = check([
      "a.html": "<p id=x><svg><g id='y'/></svg><b ID=\"x\">", "b.html": "<p id=x><p id=a&amp;b>",
    ])
    #expect(found == [BrokenLink(.duplicateID, "x", count: 1, pages: ["a.html"])])
    #expect(
      check(["c.html": "<p id='&quot;'><p id='&#34;'>"]) == [
        BrokenLink(.duplicateID, "&#34;", count: 1, pages: ["c.html"])
      ])
  }

  @Test func `a link from the root of the server is found, sound or not`() {
    let found = check(["a/index.html": "<a href=\"/a/index.html\">1</a><img src=/gone.svg>"])
    #expect(
      found == [
        BrokenLink(.rootAbsolute, "/a/index.html", count: 1, pages: ["a/index.html"]),
        BrokenLink(.rootAbsolute, "/gone.svg", count: 1, pages: ["a/index.html"]),
      ])
  }

  @Test func `with a base the links of the page for missing pages start with it`() {
    let html =
      "<a href=/wiki/index.html#x>1</a><a href=/wiki/gone.html>2</a><a href=/index.html>3</a>"
    let found = check(["index.html": "<p id=x>", "404.html": html], base: "/wiki/")
    #expect(
      found == [
        BrokenLink(.noFile, "/wiki/gone.html", count: 1, pages: ["404.html"]),
        BrokenLink(.rootAbsolute, "/index.html", count: 1, pages: ["404.html"]),
      ])
    #expect(check(["index.html": "<a href=/wiki/index.html>"], base: "/wiki/").count == 1)
  }

  @Test func `what scripts are to load is a link too`() {
    let html = "<html lang=en data-base=\"../\" data-a=../x.js data-b=../gone.js data-c=\"\">"
    #expect(
      check(["a/index.html": html, "x.js": ""]) == [
        BrokenLink(.noFile, "../gone.js", count: 1, pages: ["a/index.html"])
      ])
  }

  @Test func `references and percent signs are read`() {
    let found = check([
      "a&b.html": "<p id=\"it's\"><p id='\"q\"'><p id=\"50%\"><p id=é>",
      "b.html": """
      <a href="a&amp;b.html">1</a><a href="a&#38;b.html#it&#39;s">2</a><a href='a%26b.html#it&#x27;s'>3</a>
      <a href="a&b.html#&quot;q&quot;">4</a><a href="a%26b.html#%C3%A9">5</a><a href="a&b.html#50%">6</a>
      <a href="a&amp;amp;b.html">7</a>
      """,
    ])
    #expect(
      found == [BrokenLink(.noFile, "a&amp;amp;b.html", count: 1, pages: ["b.html"])])
  }

  @Test func `what is no tag is passed over`() {
    let found = check([
      "a.html": """
      <!-- <a href="gone1.html"> -- > --><script>"<a href='gone2.html'>"</script >
      <style>a::before { content: '<a href=gone3.html>' }</style><![CDATA[<a href="gone4.html">]]>
      1 < 2 <a title="<a href=gone5.html>" title='href="gone6.html"' data-href="gone7.html" href>x</a>
      <p href = "gone8.html" >
      """
    ])
    #expect(found == [BrokenLink(.noFile, "gone8.html", count: 1, pages: ["a.html"])])
  }

  @Test func `a page that sends its reader on has a link there`() {
    let found = check([
      "a.html": "<meta http-equiv=refresh content=\"0; url=gone.html\"><meta content=\"1; two\">",
      "b.html": "<meta content='0;url=a.html'><meta content=\"see url=gone2.html\">",
    ])
    #expect(found == [BrokenLink(.noFile, "gone.html", count: 1, pages: ["a.html"])])
  }

  @Test(arguments: [
    "<", "<a", "<a href", "<a href=", "<a href=\"", "<a href=\"x", "<!--", "<!-", "</", "<script>",
    "<meta content=0;url=", "<meta content=\"0;", "<a =x =>", "<p id>",
  ])
  func `a page may end anywhere`(html: String) {
    #expect(check(["x": html]) == [])
    #expect(check(["x": "<a href=gone.html>" + html]).count == 1)
  }

  @Test func `the verdict names the first pages and counts them all`() {
    let found = check([
      "d.html": "<a href=gone.html><a href=gone.html>", "b.html": "<a href=gone.html>",
      "a.html": "<a href=gone.html>", "c.html": "<a href=gone.html>",
    ])
    #expect(
      found == [
        BrokenLink(.noFile, "gone.html", count: 4, pages: ["a.html", "b.html", "c.html"])
      ])
  }

  @Test func `what several tasks collected gives the verdict of one`() {
    let pages = (0..<60).map { number in
      (
        "\(number % 3)/\(number).html",
        "<p id=a\(number)><a href=\"\(number * 7 % 61).html#a\(number * 7 % 61)\">"
          + "<a href=../\(number % 4)/\((number + 3) % 60).html#a\(number % 9)><p id=a\(number % 10)>"
      )
    }
    let files = Set(pages.map(\.0))
    var one = LinkCheck()
    for (path, html) in pages { one.add(path, html.utf8) }
    var parts = Array(repeating: LinkCheck(), count: 4)
    for (number, page) in pages.reversed().enumerated() {
      parts[number % 4].add(page.0, page.1.utf8)
    }
    var all = LinkCheck()
    for part in parts { all.merge(part) }
    all.add("3/x.html", "<a href=gone.html><a href=gone.html>".utf8)
    one.add("3/x.html", "<a href=gone.html><a href=gone.html>".utf8)
    #expect(one.broken(files: files).count > 10)
    #expect(all.broken(files: files) == one.broken(files: files))
  }

  @Test func `pages can be taken in again in other words, one by one`() {
    func check(_ pages: [String: String]) -> LinkCheck {
      var check = LinkCheck()
      for (path, html) in pages { check.add(path, html.utf8) }
      return check
    }
    var pages = ["a/1.html": "<a href=2.html#x><a href=gone.html>", "a/2.html": "<p id=x>"]
    var all = check(pages)
    for (path, html) in [
      ("a/1.html", "<a href=2.html#x><a href=2.html#y><a href=lost.html>"),
      ("a/2.html", "<p id=y><a href=1.html>"), ("a/1.html", "<a href=2.html#y>"),
    ] {
      pages[path] = html
      all = all.only(Set(pages.keys).subtracting([path]))
      all.merge(check([path: html]))
      #expect(all.broken(files: Set(pages.keys)) == check(pages).broken(files: Set(pages.keys)))
    }
    #expect(all.broken(files: Set(pages.keys)).isEmpty)
    #expect(all.only(["a/1.html"]).broken(files: ["a/1.html"]).map(\.text) == ["2.html#y"])
  }
}
