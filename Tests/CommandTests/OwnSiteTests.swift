import Foundation
import FoundationXML
import Testing

/// A team's own look and words, without a line of Swift.
struct OwnSiteTests {
  private func bench() throws -> Workbench {
    let bench = try Workbench()
    let settings = try bench.read("Site/site.yml")
      .replacing("title: attack-relations", with: "title: Hunt wiki\nlogo: ACME hunts")
    try bench.write(
      settings + """

        colours:
          light: { link: "#00594c" }
          dark: { link: "#7fd6c2", bg: "#000" }
        releases:
          - { title: Enterprise v0.9, url: "https://wiki.example.org/attack-09" }

        """, to: "Site/site.yml")
    try bench.write(".brand { letter-spacing: 1px; }\n", to: "Site/assets/team.css")
    try bench.write(
      "```sh\n# no heading\n```\n\n# Who we are\n\nAsk [WMI](../techniques/T1047.html).\n",
      to: "Site/pages/us.md")
    try bench.makeFolder("Site/notes")
    try bench.write(
      "Seen in case 12: **wmic**.\n\n<script>alert(1)</script>\n", to: "Site/notes/T1047.md")
    try bench.write("On nothing.\n", to: "Site/notes/T9999.md")
    try bench.write("On no object.\n", to: "Site/notes/index.md")
    try bench.write("Not read.\n", to: "Site/notes/T1105.markdown")
    return bench
  }

  @Test func `title, logo, colours, older releases and a style sheet of one's own`() async throws {
    let bench = try bench()
    let run = try await ToolRun("build", in: bench.folder)
    #expect(run.code == 0, "\(run.errors)")
    let page = try bench.read("_site/techniques/T1047.html")
    #expect(page.contains("T1047 Windows Management Instrumentation | Hunt wiki</title>"))
    #expect(page.contains(">ACME hunts<span>"))
    #expect(
      page.contains(
        "<p>Older releases: <a href=\"https://wiki.example.org/attack-09/\">Enterprise v0.9</a>"))
    let sheets = page.ranges(of: "<link rel=stylesheet href=../assets/").map { range in
      String(page[range.upperBound...].prefix { $0 != "." })
    }
    #expect(sheets == ["site", "site-colours", "team"])
    let colours = try bench.files(in: "_site/assets").first { $0.key.hasPrefix("site-colours.") }
    let css = String(decoding: try #require(colours?.value), as: UTF8.self)
    #expect(css.hasPrefix(":root { --link: #00594c; }\n"))
    #expect(css.contains(":root[data-theme=dark] { --bg: #000; --link: #7fd6c2; }"))
  }

  @Test
  func
    `with an address of its own the site has a map, and a page for missing ones that holds anywhere`()
    async throws
  {
    let bench = try Workbench()
    try bench.write(
      try bench.read("Site/site.yml") + "\nbase_url: https://wiki.example.org/a&b\n",
      to: "Site/site.yml")
    let run = try await ToolRun("build", in: bench.folder)
    #expect(run.code == 0, "\(run.errors)")
    let missing = try bench.read("_site/404.html")
    #expect(missing.contains("data-base=\"/a&amp;b/\""))
    #expect(missing.contains("href=/a&amp;b/techniques/index.html>"))
    #expect(missing.contains("data-search-index=/a&amp;b/assets/search-index."))
    #expect(!missing.contains("href=assets") && !missing.contains("src=assets"))
    let map = try XMLDocument(xmlString: bench.readXML("_site/sitemap.xml"))
    let pages = try map.nodes(forXPath: "/urlset/url/loc").compactMap(\.stringValue)
    #expect(pages.contains("https://wiki.example.org/a&b/techniques/T1047.html"))
    #expect(pages == pages.sorted() && !pages.contains { $0.hasSuffix("/404.html") })
    let lasting = try bench.files(in: "_site").keys.filter { $0.hasSuffix(".html") }
      .filter { $0 != "404.html" }
      .filter { try !bench.read("_site/" + $0).contains("http-equiv=refresh") }
    #expect(pages.count == lasting.count)
  }

  @Test(arguments: ["https://x.org/a b", "https://x.org/?q", "https://x.org/\"'", "ftp://x.org"])
  func `an address that no path can be put after is an error`(address: String) async throws {
    let bench = try Workbench()
    try bench.write(
      "title: x\nbase_url: '\(address.replacing("'", with: "''"))'\n", to: "Site/site.yml")
    let run = try await ToolRun("build", in: bench.folder)
    #expect(
      run.code == 1 && run.errors.contains("base_url") && run.errors.contains("expected an address")
    )
  }

  @Test func `a page of one's own, and its place in the list of guides`() async throws {
    let bench = try bench()
    _ = try await ToolRun("build", in: bench.folder)
    #expect(try bench.read("_site/pages/us.html").contains("<h1>Who we are</h1>"))
    #expect(try bench.read("_site/pages/index.html").contains("<a href=us.html>Who we are</a>"))
  }

  @Test func `a picture beside a page is on the site and in the folder of Markdown`() async throws {
    let bench = try bench()
    try bench.write("<svg/>", to: "Site/pages/us.svg")
    try bench.write("# Who we are\n\n![All of us](us.svg)\n", to: "Site/pages/us.md")
    let run = try await ToolRun("build", ["--markdown", "wiki"], in: bench.folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      try bench.read("_site/pages/us.html").contains("<img src=us.svg alt=\"All of us\""))
    #expect(try bench.read("wiki/pages/us.md").contains("![All of us](us.svg)"))
    #expect(try bench.read("_site/pages/us.svg") == "<svg/>")
    #expect(try bench.read("wiki/pages/us.svg") == "<svg/>")
    try bench.write("# Who we are\n\n![All of us](we.png)\n", to: "Site/pages/us.md")
    let broken = try await ToolRun("build", in: bench.folder)
    #expect(broken.code == 1 && broken.errors.contains("Site/pages/us.md:3"))
  }

  @Test func `a note stands on its object's page as text, and not with --public`() async throws {
    let bench = try bench()
    let run = try await ToolRun("build", in: bench.folder)
    #expect(
      run.errors.contains(
        "notice: notes left out, on ids that have no page here: 2 (Site/notes/T9999.md; Site/notes/index.md)\n"
      ))
    #expect(try !bench.read("_site/techniques/index.html").contains("On no object."))
    #expect(
      run.errors.contains("and pictures in `pages`: 1 (Site/notes/T1105.markdown)\n"))
    let page = try bench.read("_site/techniques/T1047.html")
    #expect(page.contains("<p>Seen in case 12: <strong>wmic</strong>."))
    #expect(!page.contains("alert(1)"))
    #expect(try bench.read("_site/techniques/T1047.md").contains("Seen in case 12"))
    let open = try await ToolRun("build", ["--public"], in: bench.folder)
    #expect(open.code == 0)
    for (path, data) in try bench.files(in: "_site") {
      #expect(!String(decoding: data, as: UTF8.self).contains("case 12"), "\(path)")
    }
  }

  @Test func `a picture for a logo has to be there, and is at the head of every page`() async throws
  {
    let bench = try Workbench()
    try bench.write("logo: acme.svg\n", to: "Site/site.yml")
    let demo = "Site/demo/demo-attack.json"
    let missing = try await ToolRun("build", [demo], in: bench.folder)
    #expect(
      missing.code == 1
        && missing.errors == """
          error: `logo` is `acme.svg`, which is no file of `assets`
            put the picture there, or give a text

          """
    )
    try bench.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "Site/assets/acne.svg")
    let near = try await ToolRun("build", [demo], in: bench.folder)
    #expect(near.errors.contains("did you mean `acne.svg`?"))
    try bench.write("logo: acne.svg\n", to: "Site/site.yml")
    #expect(try await ToolRun("build", [demo], in: bench.folder).code == 0)
    let page = try bench.read("_site/techniques/T1047.html")
    #expect(
      page.contains(
        /<a class=brand href=\.\.\/index\.html><img src=\.\.\/assets\/acne\.\w+\.svg alt=attack-relations><span>/
      ))
  }

  @Test func `a broken link in a note is named with its line, a title at its head is its own`()
    async throws
  {
    let bench = try Workbench()
    try bench.makeFolder("Site/notes")
    try bench.write(
      "---\ntitle: What we saw\n---\nSee <b>here</b>.\n\n[x](nowhere.html)\n",
      to: "Site/notes/T1047.md")
    let run = try await ToolRun("build", in: bench.folder)
    #expect(run.code == 1)
    #expect(
      run.errors.hasSuffix(
        """
        notice: pieces of HTML left out of pages or notes, which are Markdown alone: 1 (Site/notes/T1047.md:4)
        error: the site would have 1 broken link or anchor; nothing was changed
          first: `nowhere.html` on techniques/T1047.html
          --> Site/notes/T1047.md:6

        """), "\(run.errors)")
    try bench.write("---\ntitle: What we saw\n---\nIt.\n", to: "Site/notes/T1047.md")
    #expect(try await ToolRun("build", in: bench.folder).code == 0)
    let page = try bench.read("_site/techniques/T1047.html")
    #expect(page.contains("<h2 id=our-note>What we saw</h2>") && !page.contains("title: What"))
  }

  @Test func `a colour that is none is an error with its key and line`() async throws {
    let bench = try Workbench()
    try bench.write("title: T\ncolours:\n  light: { link: green }\n", to: "Site/site.yml")
    let run = try await ToolRun("build", in: bench.folder)
    #expect(run.code == 1)
    #expect(
      run.errors == """
        error: `Site/site.yml`: `colours.light.link`: expected a colour such as "#1f5a96", found `green`
          --> site.yml:3

        """)
  }
}
