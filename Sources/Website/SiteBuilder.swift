package import Pages
package import Records

/// Builds a site: every page and every file of a wiki, written on all cores.
package struct SiteBuilder: Sendable {
  private let wiki: Wiki
  private let records: RecordFiles
  private let renderer: PageRenderer

  package init(_ wiki: Wiki, _ records: RecordFiles, _ renderer: PageRenderer) {
    self.wiki = wiki
    self.records = records
    self.renderer = renderer
  }

  /// Writes everything into `site`; the Markdown of the pages that need no script, and the figures
  /// and pictures that they show, into `markdown` too.
  ///
  /// After the `last` build of the same edition, which lies in both folders, pages and records that
  /// stay as they are are taken over; the bytes are those of a build without it.
  ///
  /// - Throws: `TemplateError`, `BrokenLinks`, and what the folders throw.
  @discardableResult
  package func build(
    into site: any FileSink, markdown: (any FileSink)? = nil, after last: WrittenSite? = nil
  ) async throws -> WrittenSite {
    let apart = try markdown.map(apart)
    let look = SiteLook(
      identity: renderer.site, assets: renderer.assets, templates: renderer.templates,
      apart: apart?.shelf)
    let draft = SiteDraft(site, apart: markdown, look: look, after: last)
    try apart?.sink.write(MarkdownFrame.license, MarkdownFrame.license(for: renderer.site))
    for (name, bytes) in renderer.assets.files.sorted(by: { $0.key < $1.key }) {
      try site.write(RecordPath.assets + name, bytes)
    }
    for picture in wiki.pictures {
      for folder in [site, markdown].compactMap(\.self) {
        try folder.write(picture.path, picture.bytes)
      }
    }
    try await forEach(records.files) { try draft.add($0) }
    try await forEach(wiki.pages) { recipe in
      if try !draft.keeps(recipe) { try write(recipe, to: draft, apart) }
    }
    try writeFeeds(to: draft)
    return try draft.finished()
  }
}

extension SiteBuilder {
  /// A file to be written.
  private struct File {
    let path: String
    let bytes: [UInt8]
  }

  /// The folder of Markdown, and its contents.
  private struct Apart: Sendable {
    let sink: any FileSink
    let shelf: MarkdownDestination
  }

  private func apart(_ sink: any FileSink) throws -> Apart {
    let pages = Set(wiki.pages.map(\.path).filter { !PageKind.isOfSiteAlone($0) })
    let front = try MarkdownDestination.fronts.first { try !sink.isTaken($0) }
    return Apart(
      sink: sink, shelf: .folder(pages: pages, front: front, site: renderer.site.baseURL))
  }

  private func write(_ recipe: PageRecipe, to draft: SiteDraft, _ apart: Apart?) throws {
    let page = recipe.make()
    let markdown = try renderer.markdown(of: page)
    let figures = self.figures(of: page)
    let files =
      [File(path: page.path, bytes: try renderer.html(of: page, markdown))]
      + self.text(of: page, from: markdown, on: .site) + figures
    for file in files { try draft.write(file.path, file.bytes) }
    let filesApart = apart.map { self.files(of: page, from: markdown, figures, on: $0.shelf) } ?? []
    for file in filesApart { try apart?.sink.write(file.path, file.bytes) }
    draft.note(
      page.path,
      WrittenPage(
        template: page.template, edits: recipe.edits,
        isLasting: page.successor == nil && page.kind != .missing,
        files: files.map(\.path), filesApart: filesApart.map(\.path)))
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

  /// Of the folder of Markdown: a page's text, and the figures that it shows.
  private func files(
    of page: Page, from markdown: String, _ figures: [File], on shelf: MarkdownDestination
  ) -> [File] {
    shelf.has(page.path) ? text(of: page, from: markdown, on: shelf) + figures : []
  }

  /// A page as Markdown; nothing where it is not there.
  private func text(
    of page: Page, from markdown: String, on shelf: MarkdownDestination
  ) -> [File] {
    guard shelf.has(page.path) else { return [] }
    let text = WikiMarkdown(
      path: page.path, title: page.title, tlp: page.marking, exhibits: page.exhibits, on: shelf,
      in: shelf.hasAnchors ? MarkdownFrame(renderer.site, at: PageLocation(page.path)) : nil)
    return [File(path: shelf.path(of: page.path), bytes: text.bytes(from: markdown))]
  }

  /// The files of a page's figures.
  private func figures(of page: Page) -> [File] {
    page.exhibits.values.compactMap { exhibit in
      guard case .figure(let figure) = exhibit, let file = figure.file else { return nil }
      return File(path: file, bytes: figure.drawing.file)
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
