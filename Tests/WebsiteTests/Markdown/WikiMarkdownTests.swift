import Pages
import Testing
import Website
import Attack

struct WikiMarkdownTests {
  private static let markdown = """
    # T1 “Run” it

    **3 reports**, [see below](#all) or [the first](#T2); [the method](../method.html#shares).

    <!-- hint How to read this page -->

    A bar says more.

    <!-- end -->

    <!-- section all: All -->
    ## The 2 techniques

    The [figure](../figures/T1.svg), ![a plan](../pages/plan.png), [its page](T1.html), [nowhere](#lost).


    ![All](exhibit:all)

    <!-- site -->

    Orange: more often.

    <!-- end -->

    <!-- fold The rest -->

    By [MITRE](https://attack.mitre.org/techniques/T1/#top), `[not](a.html)`, \\[not](b.html).

    <!-- end -->
    <!-- section take: Take it away -->
    ## Take it away

    - [Navigator layer](../layers/T1.json)
    - [This page](T1.md)

    """

  private static let table = Table(
    "All", style: "techniques",
    columns: [Table.Column("Technique"), Table.Column("Says | more"), .init("n", isNumeric: true)],
    rows: [
      Table.Row(
        "T2",
        [
          .name(id: "T2", name: "A|B", path: "techniques/T2.html"),
          .prose("uses `a|b`,\\\nthen\nmore"), .count(3, path: "techniques/T2-all.html#T1"),
        ]),
      Table.Row(
        nil,
        [.links([Link("G1", to: "groups/G1.html")]), .text("two\nlines"), .count(0, path: nil)]),
    ])

  private func text(_ markdown: String = markdown, on shelf: MarkdownDestination) -> String {
    let wiki = WikiMarkdown(
      path: "techniques/T1.html", title: "T1 “Run” \"it\" \\",
      exhibits: ["all": .table(Self.table)], on: shelf)
    return String(decoding: wiki.bytes(from: markdown), as: UTF8.self)
  }

  private static let pages: Set<String> = [
    "method.html", "techniques/T1.html", "techniques/T2.html", "techniques/T2-all.html",
    "groups/G1.html",
  ]

  @Test func `in a folder of its own a page leads to Markdown and figures, and to no more`() {
    #expect(
      text(on: .folder(pages: Self.pages, front: nil, site: nil)) == """
        ---
        title: "T1 “Run” \\"it\\" \\\\"
        ---

        # T1 “Run” it

        **3 reports**, [see below](#the-2-techniques) or [the first](#T2); \
        [the method](../method.md).

        ## The 2 techniques

        The [figure](../figures/T1.svg), ![a plan](../pages/plan.png), its page, nowhere.

        | Technique | Says \\| more | n |
        |---|---|--:|
        | <a name="T2"></a>[T2 A\\|B](T2.md) | uses `a\\|b`, then more | [3](T2-all.md) |
        | [G1](../groups/G1.md) | two lines | 0 |

        By [MITRE](https://attack.mitre.org/techniques/T1/#top), `[not](a.html)`, \\[not](b.html).

        """)
  }

  @Test func `beside its HTML a page leads to Markdown of techniques, and to all of the site`() {
    #expect(
      text(on: .site) == """
        ---
        title: "T1 “Run” \\"it\\" \\\\"
        ---

        # T1 “Run” it

        **3 reports**, [see below](#the-2-techniques) or the first; \
        [the method](../method.html#shares).

        ## The 2 techniques

        The [figure](../figures/T1.svg), ![a plan](../pages/plan.png), its page, nowhere.

        | Technique | Says \\| more | n |
        |---|---|--:|
        | [T2 A\\|B](T2.md) | uses `a\\|b`, then more | [3](T2-all.html#T1) |
        | [G1](../groups/G1.html) | two lines | 0 |

        By [MITRE](https://attack.mitre.org/techniques/T1/#top), `[not](a.html)`, \\[not](b.html).

        ## Take it away

        - [Navigator layer](../layers/T1.json)

        """)
  }

  @Test func `in a folder a technique's row has an address, and the front page a name of its own`()
  {
    let shelf = MarkdownDestination.folder(
      pages: Self.pages.union(["index.html"]), front: "Home.md", site: nil)
    #expect(
      text(
        "# A\n\n[3](T2-all.html#T1059.001), [m](../method.html#shares), [h](../index.html)\n",
        on: shelf
      )
      .hasSuffix("# A\n\n[3](T2-all.md#T1059.001), [m](../method.md), [h](../Home.md)\n"))
  }

  @Test func `a folder says the banner above a page, and below it whose ATT&CK is and the footer`()
  {
    var site = SiteIdentity()
    site.banner = "A *demo*"
    site.copyright = ["© MITRE"]
    site.footer = "Ours"
    let location = PageLocation("techniques/T1.html")
    let wiki = WikiMarkdown(
      path: "techniques/T1.html", title: "A", exhibits: [:],
      on: .folder(pages: Self.pages, front: nil, site: nil), in: MarkdownFrame(site, at: location))
    #expect(
      String(decoding: wiki.bytes(from: "# A\n"), as: UTF8.self) == """
        ---
        title: "A"
        ---

        > A \\*demo\\*

        # A

        ---

        © MITRE · [Licence of ATT\\&CK](../LICENSE-ATTACK.md) · Ours

        """)
  }

  @Test func `what is not in the folder is linked where the site stands, if that is known`() {
    let shelf = MarkdownDestination.folder(
      pages: Self.pages, front: nil, site: "https://wiki.example.org/a/")
    #expect(
      text("# A\n\n- [Layer](../layers/T1.json)\n- [Other](../x.html#y)\n", on: shelf).hasSuffix(
        """
        # A

        - [Layer](https://wiki.example.org/a/layers/T1.json)
        - [Other](https://wiki.example.org/a/x.html#y)

        """))
  }

  @Test func `the title is one line of YAML, whatever is in it`() {
    let wiki = WikiMarkdown(
      path: "a.html", title: "a\nb\t\u{2028}c\u{0}\u{FEFF}", exhibits: [:], on: .site)
    let text = String(decoding: wiki.bytes(from: "# A\n"), as: UTF8.self)
    #expect(text == "---\ntitle: \"a b  c\\U00000000\\U0000FEFF\"\n---\n\n# A\n")
  }

  @Test(arguments: [
    ("## The newest 8 of 24 reports", "the-newest-8-of-24-reports"),
    ("## What it says, on the matrix", "what-it-says-on-the-matrix"),
    ("## ATT&CK’s T1059.001 \\_x\\_ – [a](b.html)", "attcks-t1059001-_x_--a"),
    ("### Über `code` Ⅳ", "über-code-ⅳ"),
  ])
  func `a section has the anchor that GitHub makes of its heading`(heading: String, slug: String) {
    let page = "# A\n\n[b](#s)\n\n<!-- section s: S -->\n\(heading)\n\ntext\n"
    #expect(text(page, on: .site).contains("[b](#\(slug))\n"))
  }

  @Test func `headings of one text have different anchors`() {
    let page = """
      # A

      [two](#two), [three](#three)

      <!-- section one: 1 -->
      ## A

      x

      <!-- section empty: 2 -->
      ## A

      <!-- section two: 2 -->
      ## A

      x

      <!-- section three: 3 -->
      ## A-1

      x

      """
    #expect(text(page, on: .site).contains("[two](#a-2), [three](#a-1-1)\n"))
  }

  @Test func `a line that only begins as a link does stays`() {
    let folder = MarkdownDestination.folder(pages: Self.pages, front: nil, site: nil)
    for line in ["- [ ] to do", "[sic] as it was written"] {
      #expect(text("# T\n\n\(line)\n", on: folder).hasSuffix("\n\(line)\n"), "\(line)")
    }
  }

  @Test func `what only leads to a page of scripts goes with it, unless the site can be reached`() {
    let markdown = """
      # T1

      [Explore](../explore.html#T1) if you have seen more. It gives chances.

      [Explore](../explore.html), or see [the method](../method.html).

      Text that has [a lost link](../explore.html) stays.

      """
    let pages: Set = ["techniques/T1.html", "method.html"]
    let alone = text(markdown, on: .folder(pages: pages, front: nil, site: nil))
    #expect(!alone.contains("It gives chances"))
    #expect(alone.contains("Explore, or see [the method](../method.md)."))
    #expect(alone.contains("Text that has a lost link stays."))
    let linked = text(markdown, on: .folder(pages: pages, front: nil, site: "https://a.example/"))
    #expect(linked.contains("[Explore](https://a.example/explore.html#T1) if you have seen more."))
  }
}
