import Text
package import Pages

/// Makes a page's Markdown and its HTML.
///
/// 1. The page's template turns it into Markdown. 2. cmark makes HTML of that. 3. Its exhibits are
/// put in place. 4. The layout wraps it.
package struct PageRenderer: Sendable {
  let templates: TemplateFolder
  let assets: AssetFolder
  let site: SiteIdentity
  private let markdown = MarkdownRenderer()

  package init(_ templates: TemplateFolder, _ assets: AssetFolder, _ site: SiteIdentity) {
    self.templates = templates
    self.assets = assets
    self.site = site
  }

  /// The Markdown of a page, exhibits as images.
  package func markdown(of page: Page) throws(TemplateError) -> String {
    var bytes = ByteWriter(capacity: 1 << 14)
    try templates.write(page.template + ".md", page.contents, to: &bytes)
    let text = bytes.text
    return page.note.map { Self.adding($0, to: text) } ?? text
  }

  /// The file of a page.
  package func html(of page: Page, _ text: String) throws(TemplateError) -> [UInt8] {
    let location = PageLocation(page.path)
    let rendered = try render(text, of: page, at: location)
    var bytes = ByteWriter(capacity: rendered.head.count + rendered.sections.count + 1 << 13)
    try templates.write("layout.html", layout(page, rendered, location), to: &bytes)
    guard page.kind == .missing, let base = site.serverPath else { return bytes.bytes }
    return RootedLinks.root(bytes.bytes, at: HTMLText.escape(base), files: [])
  }
}

extension PageRenderer {
  private func render(
    _ text: String, of page: Page, at location: PageLocation
  ) throws(TemplateError) -> RenderedMarkdown {
    let exhibits = ExhibitHTML(location: location, markdown: markdown)
    do {
      return try markdown.render(
        text, titleID: Self.id(of: page), exhibits: Set(page.exhibits.keys)
      ) { name, html in
        if let exhibit = page.exhibits[name] { exhibits.write(exhibit, named: name, to: &html) }
      }
    } catch {
      throw .markdown(path: page.source ?? page.template + ".md", error)
    }
  }

  /// A team's note is the first of a page's sections.
  private static func adding(_ note: TeamText, to text: String) -> String {
    let first = text.firstRange(of: "<!-- section ")?.lowerBound ?? text.endIndex
    return """
      \(text[..<first])

      <!-- section our-note: Our note -->
      ## \(note.givenTitle ?? "Our note")

      \(note.markdown)

      \(text[first...])
      """
  }

  private func layout(
    _ page: Page, _ rendered: RenderedMarkdown, _ location: PageLocation
  ) -> LayoutContents {
    let isHome = page.kind == .home
    let entry = { (link: Link) in LayoutContents.Entry(link.text, location.href(link.path)) }
    return LayoutContents(
      title: isHome ? site.title : "\(page.title) | \(site.title)", siteTitle: site.title,
      brand: site.brand, logo: site.picture.map { location.href(assets.path($0)) },
      kind: page.template, summary: page.summary, base: location.base,
      home: location.href(PageKind.home.path),
      release: site.releases,
      css: assets.styleSheets(of: page.template, withEvidence: site.hasEvidence).map(location.href),
      themeScript: location.href(assets.path("theme.js")),
      scripts: (["site.js"] + page.scripts).map { location.href(assets.path($0)) },
      onUse: assets.onUse(page.dataScripts, page.lateScripts).map {
        LayoutContents.Entry($0.name, location.href($0.path))
      },
      idPatterns: site.idPatterns,
      noIndex: !site.isPublic || page.successor != nil || page.kind == .missing,
      canonical: site.baseURL.map { $0 + page.path },
      feed: site.hasFeed && (isHome || page.kind == .changes)
        ? location.href(RecordPath.feed) : nil,
      successor: page.successor.map(location.href), navigation: navigation(page, location),
      trail: isHome ? [] : ([PageKind.home.link] + page.trail).map(entry),
      here: Self.id(of: page) ?? page.title,
      previous: page.previous.map(entry), next: page.next.map(entry),
      pager: page.previous != nil || page.next != nil,
      contents: rendered.contents.map { LayoutContents.Entry($0.title, "#" + $0.id) },
      hasContents: rendered.contents.count > 1, banner: site.banner,
      tlp: page.marking,
      head: rendered.head, sections: rendered.sections,
      built: site.built, copyright: site.copyright,
      cite: "\(site.title), \(site.releases), “\(page.title)”",
      method: location.href(PageKind.method.path), words: location.href(PageKind.words.path),
      search: location.href(PageKind.search.path), data: location.href(PageKind.data.path),
      footer: site.footer, guides: site.hasGuides ? location.href(PageKind.guide.path) : nil,
      older: site.olderSites.map { LayoutContents.Entry($0.title, $0.url) },
      hasOlder: !site.olderSites.isEmpty)
  }

  /// The id that a title begins with: that of the page's file.
  private static func id(of page: Page) -> String? {
    guard let file = page.path.split(separator: "/").last else { return nil }
    let id = String(file.dropLast(".html".count))
    return page.title.hasPrefix(id + " ") ? id : nil
  }

  private func navigation(_ page: Page, _ location: PageLocation) -> [LayoutContents.Entry] {
    PageKind.navigation.map { kind in
      LayoutContents.Entry(
        kind.title, location.href(kind.path), isCurrent: kind == page.kind.entry)
    }
  }
}
