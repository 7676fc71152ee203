internal import Corpora
package import Pages
internal import Synchronization

/// Builds a site: every page and every file of a wiki, written on all cores.
package struct SiteBuilder: Sendable {
  private let wiki: Wiki
  private let renderer: PageRenderer
  private let assets: AssetFolder

  package init(_ wiki: Wiki, _ renderer: PageRenderer, _ assets: AssetFolder) {
    self.wiki = wiki
    self.renderer = renderer
    self.assets = assets
  }

  /// What was written.
  package struct Outcome: Sendable {
    package let pages: Int
    package let files: Int
    package let tally: SiteFolder.Tally
    /// Of the folder of Markdown, where there is one.
    package let markdown: MarkdownFolder.Tally?
  }

  /// Writes everything into the folder and swaps it in; then the Markdown of every page, and the
  /// figures it shows, into a folder of their own.
  ///
  /// - Throws: `TemplateFault`, `SiteFolderError`, `BrokenLinks`.
  package func build(
    into folder: SiteFolder, markdown: MarkdownFolder? = nil
  ) async throws -> Outcome {
    let site = renderer.site
    let shelf = MarkdownShelf.folder(pages: Set(wiki.pages.map(\.path)), site: site.baseURL)
    let apart = markdown.map { Apart(folder: $0, shelf: shelf) }
    let links = Mutex(LinkCheck(base: site.serverPath))
    let lasting = Mutex<[String]>([])
    let write: @Sendable (String, String) throws -> Void = { path, text in
      try folder.write(path, text.utf8)
      guard path.hasSuffix(".html") || path.hasSuffix(".svg") else { return }
      var own = LinkCheck(base: site.serverPath)
      own.add(path, text.utf8)
      links.withLock { [own] in $0.merge(own) }
    }
    do {
      for (name, data) in assets.files.sorted(by: { $0.key < $1.key }) {
        try folder.write("assets/" + name, data)
      }
      try await forEach(wiki.files) { try write($0.path, $0.make()) }
      try await forEach(wiki.pages) { recipe in
        let page = recipe.make()
        try writePage(page, write, apart)
        guard page.successor == nil, page.path != Page.missing else { return }
        lasting.withLock { $0.append(page.path) }
      }
      try writeFeeds(lasting.withLock { $0 }, write)
      let files = folder.paths
      let broken = links.withLock { $0.broken(files: files) }
      guard broken.isEmpty else { throw BrokenLinks(links: broken) }
      try markdown?.check()
      let tally = try folder.commit()
      return Outcome(
        pages: wiki.pages.count, files: files.count, tally: tally,
        markdown: try markdown?.commit())
    } catch {
      folder.discard()
      markdown?.discard()
      throw error
    }
  }
}

/// The site would lead nowhere: a fault of a template, a hand-written page or of the tool.
package struct BrokenLinks: Error {
  package let links: [BrokenLink]
}

extension SiteBuilder {
  /// The folder of Markdown, and what stands in it.
  private struct Apart: Sendable {
    let folder: MarkdownFolder
    let shelf: MarkdownShelf
  }

  private func writePage(
    _ page: Page, _ write: (String, String) throws -> Void, _ apart: Apart?
  ) throws {
    let markdown = try renderer.markdown(of: page)
    let markdownPath = MarkdownShelf.markdownPath(of: page.path)
    try write(page.path, renderer.html(of: page, markdown))
    if MarkdownShelf.site.has(page.path) {
      try write(markdownPath, text(of: page, from: markdown, on: .site))
    }
    let figures = page.exhibits.values.compactMap(standing).map { ($0, $1.standalone) }
    for (path, figure) in figures { try write(path, figure) }
    guard let apart else { return }
    try apart.folder.write(markdownPath, text(of: page, from: markdown, on: apart.shelf).utf8)
    for (path, figure) in figures { try apart.folder.write(path, figure.utf8) }
  }

  /// What readers of feeds and search engines ask for; `pages` are those that stay.
  private func writeFeeds(
    _ pages: [String], _ write: (String, String) throws -> Void
  ) throws {
    let site = renderer.site
    if let feed = wiki.feed { try write(Feed.path, AtomFeed(feed: feed, site: site).text) }
    guard let baseURL = site.baseURL else { return }
    try write(Sitemap.path, Sitemap(baseURL: baseURL, date: site.date).text(pages))
  }

  private func text(of page: Page, from markdown: String, on shelf: MarkdownShelf) -> String {
    WikiMarkdown(path: page.path, title: page.title, exhibits: page.exhibits, on: shelf)
      .text(from: markdown)
  }

  /// The file of a figure that has one.
  private func standing(_ exhibit: Exhibit) -> (String, any Drawing)? {
    switch exhibit {
    case .matrix(let figure): figure.file.map { ($0, MatrixSVG(figure)) }
    case .grid(let figure): (figure.file, GridSVG(figure))
    case .triangle(let figure): (figure.file, TriangleSVG(figure))
    case .map(let figure): (figure.file, MapSVG(figure))
    case .calibration(let figure): (figure.file, CalibrationSVG(figure))
    case .intervals(let figure): (figure.file, IntervalSVG(figure))
    case .shifts(let figure): (figure.file, ShiftSVG(figure))
    default: nil
    }
  }

  /// Does `work` for every item, on all cores; the first failure ends it.
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

  /// Pages a task.
  private static let batch = 16
}
