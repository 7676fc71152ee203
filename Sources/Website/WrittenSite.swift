import Pages

/// What a build wrote, and from what: the next build of the same edition takes over what is the same.
package struct WrittenSite: Sendable {
  /// How many of its pages were made by the last build, and not taken over.
  package let madeCount: Int
  let look: SiteLook
  let pages: [String: WrittenPage]
  /// The edits of each record, by its path.
  let records: [String: [String]]
  let links: LinkCheck

  /// How many pages there are.
  package var pageCount: Int { pages.count }

  /// The pages that stay as they are in another look, if their edits do.
  func pages(in other: SiteLook) -> [String: WrittenPage] {
    guard let templates = other.differences(from: look) else { return [:] }
    return pages.filter { !templates.contains($0.value.template + ".md") }
  }
}

/// What became of a page: what it was made from beside its edition, and all of its files.
struct WrittenPage: Sendable {
  let template: String
  let edits: [String]
  /// Whether it is a permanent page, for search engines.
  let isLasting: Bool
  /// In the site: the page, its Markdown and its figures.
  var files: [String] = []
  /// In the folder of Markdown.
  var filesApart: [String] = []
}

/// What all pages are made with, whatever they show.
struct SiteLook: Sendable {
  let identity: SiteIdentity
  let assets: AssetFolder
  let templates: TemplateFolder
  /// Where the links of the folder of Markdown lead, if there is one.
  let apart: MarkdownDestination?

  /// The templates whose pages differ in another look; `nil` if all pages do.
  ///
  /// An asset's name holds its hash, and most stand on every page.
  func differences(from other: SiteLook) -> Set<String>? {
    guard identity == other.identity, assets == other.assets, apart == other.apart else {
      return nil
    }
    let templates = templates.differences(from: other.templates)
    return templates.contains(TemplateFolder.layout) ? nil : templates
  }
}
