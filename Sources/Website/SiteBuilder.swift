package import Pages
package import Records

/// Builds a site: every page and every file of a wiki, written on all cores.
package struct SiteBuilder: Sendable {
  private let wiki: Wiki
  private let records: RecordFiles
  private let renderer: PageRenderer
  private let assets: AssetFolder

  package init(
    _ wiki: Wiki, _ records: RecordFiles, _ renderer: PageRenderer, _ assets: AssetFolder
  ) {
    self.wiki = wiki
    self.records = records
    self.renderer = renderer
    self.assets = assets
  }

  /// Writes everything into `site`; the Markdown of the pages that need no script, and the figures
  /// that they show, into `markdown` too.
  ///
  /// - Throws: `TemplateError`, `BrokenLinks`, and what the folders throw.
  package func build(into site: any FileSink, markdown: (any FileSink)? = nil) async throws {
    let identity = renderer.site
    let draft = SiteDraft(site, at: identity.serverPath)
    let apart = try markdown.map { sink in
      let pages = Set(wiki.pages.map(\.path).filter { !PageKind.isOfSiteAlone($0) })
      let front = try MarkdownDestination.fronts.first { try !sink.isTaken($0) }
      return Apart(sink: sink, shelf: .folder(pages: pages, front: front, site: identity.baseURL))
    }
    try apart?.sink.write(MarkdownFrame.license, MarkdownFrame.license(for: identity))
    for (name, bytes) in assets.files.sorted(by: { $0.key < $1.key }) {
      try site.write(RecordPath.assets + name, bytes)
    }
    try await forEach(records.files) { try draft.write($0.path, $0.make()) }
    try await forEach(wiki.pages) { try write($0.make(), to: draft, apart) }
    try writeFeeds(to: draft)
    try draft.check()
  }
}

extension SiteBuilder {
  /// The folder of Markdown, and its contents.
  private struct Apart: Sendable {
    let sink: any FileSink
    let shelf: MarkdownDestination
  }

  private func write(_ page: Page, to draft: SiteDraft, _ apart: Apart?) throws {
    let markdown = try renderer.markdown(of: page)
    try draft.write(page.path, renderer.html(of: page, markdown))
    if MarkdownDestination.site.has(page.path) {
      try draft.write(
        MarkdownDestination.site.path(of: page.path), text(of: page, from: markdown, on: .site))
    }
    let figures = figures(of: page)
    for (path, figure) in figures { try draft.write(path, figure) }
    draft.note(page)
    guard let apart, apart.shelf.has(page.path) else { return }
    try apart.sink.write(
      apart.shelf.path(of: page.path), text(of: page, from: markdown, on: apart.shelf))
    for (path, figure) in figures { try apart.sink.write(path, figure) }
  }

  /// What readers of feeds and search engines ask for, once all pages are written.
  private func writeFeeds(to draft: SiteDraft) throws {
    let site = renderer.site
    if let feed = wiki.feed {
      try draft.write(RecordPath.feed, AtomFeed(feed: feed, site: site).bytes)
    }
    guard let baseURL = site.baseURL else { return }
    try draft.write(
      RecordPath.sitemap, Sitemap(baseURL: baseURL, date: site.date).bytes(draft.lasting))
  }

  private func text(of page: Page, from markdown: String, on shelf: MarkdownDestination) -> [UInt8]
  {
    WikiMarkdown(
      path: page.path, title: page.title, tlp: page.marking, exhibits: page.exhibits, on: shelf,
      in: shelf.hasAnchors ? MarkdownFrame(renderer.site, at: PageLocation(page.path)) : nil
    ).bytes(from: markdown)
  }

  /// The files of a page's figures.
  private func figures(of page: Page) -> [(path: String, bytes: [UInt8])] {
    page.exhibits.values.compactMap { exhibit in
      guard case .figure(let figure) = exhibit, let file = figure.file else { return nil }
      return (file, figure.drawing.file)
    }
  }

  /// Runs `work` for every item, on all cores; the first error stops it.
  private func forEach<Item: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (Item) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for start in stride(from: 0, to: items.count, by: Self.batch) {
        group.addTask {
          for item in items[start..<min(start + Self.batch, items.count)] {
            try Task.checkCancellation()
            try work(item)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// Pages per task.
  private static let batch = 16
}
