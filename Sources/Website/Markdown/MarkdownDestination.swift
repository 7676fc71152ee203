import Pages

/// Where a page's Markdown is written, and so where its links lead.
///
/// - `site`: beside the HTML, of technique pages only, and not of what such a page has no room for:
///   that would be a tenth of the site's weight. Links lead to the Markdown of technique pages, and
///   to all else of the site as it is.
/// - `folder`: apart from the site, of every page, as in a Git wiki. With it are the figures, so
///   that pages show them. CSV files and layers do not: they would come to twice as many files as
///   GitHub advises for a wiki (5,000), and change with each release. Where the site has an address
///   links to them lead there; where it has none they are left out.
package enum MarkdownDestination: Sendable {
  case site
  /// - Parameters:
  ///   - pages: the paths of all pages, as `techniques/T1047.html`.
  ///   - site: the address of the built site, with a slash at its end.
  case folder(pages: Set<String>, site: String?)

  /// Whether the Markdown of a page, by its path, is here.
  func has(_ page: String) -> Bool {
    switch self {
    case .site: PageKind.hasMarkdown(page)
    case .folder(let pages, _): pages.contains(page)
    }
  }

  /// Where a link of a page leads here, if it leads anywhere.
  ///
  /// Within the page it is `#` and an id; what leads to the page itself and no further is dropped.
  /// Rows have no anchor in a wiki: in a folder a link to one leads to its page.
  func address(_ written: some StringProtocol, on page: String) -> String? {
    if written.utf8.contains(UInt8(ascii: ":")) { return String(written) }
    let mark = written.utf8.firstIndex(of: UInt8(ascii: "#")) ?? written.endIndex
    let (route, fragment) = (written[..<mark], written[mark...])
    let path = route.isEmpty ? page : Self.resolve(String(route), from: page)
    if path == page || path == Self.markdownPath(of: page) {
      return fragment.isEmpty ? nil : String(fragment)
    }
    switch self {
    case .site: return has(path) ? Self.markdownPath(of: route) + fragment : String(written)
    case .folder(_, let site):
      if has(path) { return Self.markdownPath(of: route) }
      return FigurePath.contains(path) ? String(route) : site.map { $0 + path + fragment }
    }
  }

  /// `techniques/T1047.md` for `techniques/T1047.html`.
  static func markdownPath(of page: some StringProtocol) -> String {
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
