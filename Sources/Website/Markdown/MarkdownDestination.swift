import Attack
import Pages

/// Where a page's Markdown is written, and so where its links lead.
///
/// - `site`: beside the HTML, of technique pages only, and not of what such a page has no room for:
///   that would be a tenth of the site's weight. Links lead to the Markdown of technique pages, and
///   to all else of the site as it is.
/// - `folder`: apart from the site, of every page that needs no script, as in a Git wiki. With it are the figures and the pictures of hand-written pages, so that pages show them. CSV files and layers do not: they would come to twice as many files as
///   GitHub advises for a wiki (5,000), and change with each release. Where the site has an address
///   links to them lead there; where it has none they are left out.
package enum MarkdownDestination: Equatable, Sendable {
  case site
  /// - Parameters:
  ///   - pages: the paths of all pages that it has, as `techniques/T1047.html`.
  ///   - front: the file of the front page, one of `fronts`; `nil` where others have taken them all.
  ///   - site: the address of the built site, with a slash at its end.
  case folder(pages: Set<String>, front: String?, site: String?)

  /// What the front page of a folder can be called, the best first: Git wikis begin with `Home.md`.
  static let fronts = ["Home.md", "index.md"]

  /// Whether the Markdown of a page, by its path, is here.
  func has(_ page: String) -> Bool {
    switch self {
    case .site: PageKind.hasMarkdown(page)
    case .folder(let pages, _, _): pages.contains(page)
    }
  }

  /// Where a link of a page leads here, if it leads anywhere.
  ///
  /// Within the page it is `#` and an id; what leads to the page itself and no further is dropped.
  /// In a folder headings have other anchors than on the site: from another page, only a technique's
  /// row can be linked.
  func address(_ written: some StringProtocol, on page: String) -> String? {
    if written.utf8.contains(UInt8(ascii: ":")) { return String(written) }
    let mark = written.utf8.firstIndex(of: UInt8(ascii: "#")) ?? written.endIndex
    let (route, fragment) = (written[..<mark], written[mark...])
    let path = route.isEmpty ? page : Self.resolve(String(route), from: page)
    if path == page || Self.isMarkdown(path, of: page) {
      return fragment.isEmpty ? nil : String(fragment)
    }
    switch self {
    case .site: return has(path) ? Self.markdownPath(of: route) + fragment : String(written)
    case .folder(_, _, let site):
      if has(path) {
        return path == PageKind.home.path
          ? route.dropLast(path.count) + self.path(of: path)
          : Self.markdownPath(of: route) + (Self.isRow(fragment) ? fragment : "")
      }
      return FigurePath.contains(path) || PageKind.isTeamPicture(path)
        ? String(route) : site.map { $0 + path + fragment }
    }
  }

  /// Whether rows of tables have anchors, for links from other pages.
  var hasAnchors: Bool {
    if case .folder = self { true } else { false }
  }

  /// Where the Markdown of a page is.
  func path(of page: String) -> String {
    if case .folder(_, let front?, _) = self, page == PageKind.home.path { return front }
    return Self.markdownPath(of: page)
  }

  /// Whether a fragment is a technique's row: `#T1059.001`.
  private static func isRow(_ fragment: some StringProtocol) -> Bool {
    TechniqueID(String(fragment.dropFirst())) != nil
  }

  /// Whether a path is that of the Markdown of a page; most links do not lead to any Markdown.
  private static func isMarkdown(_ path: String, of page: String) -> Bool {
    path.utf8.suffix(3).elementsEqual(".md".utf8) && path == markdownPath(of: page)
  }

  /// `techniques/T1047.md` for `techniques/T1047.html`.
  private static func markdownPath(of page: some StringProtocol) -> String {
    let ending = ".html".utf8
    let bytes = page.utf8
    guard bytes.count >= ending.count, bytes.suffix(ending.count).elementsEqual(ending)
    else { return String(page) + ".md" }
    return page[..<bytes.index(bytes.endIndex, offsetBy: -ending.count)] + ".md"
  }

  /// The path from the root of a relative address, which goes up by one folder at most.
  private static func resolve(_ address: String, from page: String) -> String {
    if address.hasPrefix("../") { return String(Substring(address.utf8.dropFirst(3))) }
    return page.utf8.lastIndex(of: UInt8(ascii: "/")).map { page[...$0] + address } ?? address
  }
}
