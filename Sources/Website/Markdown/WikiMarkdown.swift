import Pages

/// Turns a page's Markdown into what reads well in a Git wiki: exhibits as tables and images, links
/// to the other `.md` files, no comments of ours.
struct WikiMarkdown {
  let page: Page
  /// Whether a page, by its path, has its Markdown beside it.
  let hasMarkdown: @Sendable (String) -> Bool

  func text(from markdown: String) -> String {
    let exhibits = ExhibitMarkdown(place: Place(page.path))
    var text = ""
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("<!--") { continue }
      if let name = Self.exhibit(in: line), let exhibit = page.exhibits[name] {
        append(exhibits.markdown(exhibit), to: &text)
      } else if !line.isEmpty || !text.hasSuffix("\n\n") {
        append(line, to: &text)
        text += "\n"
      }
    }
    return text
  }

  private static func exhibit(in line: Substring) -> String? {
    guard line.hasPrefix("!["), line.hasSuffix(")"),
      let open = line.utf8.lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    let address = line[line.utf8.index(after: open)...]
    guard address.hasPrefix("exhibit:") else { return nil }
    return String(address.dropFirst("exhibit:".count).dropLast())
  }

  /// Links to pages that have their Markdown lead there.
  private func append(_ markdown: some StringProtocol, to text: inout String) {
    let bytes = markdown.utf8
    var copied = markdown.startIndex
    var at = markdown.startIndex
    while let bracket = bytes[at...].firstIndex(of: UInt8(ascii: "]")) {
      at = bytes.index(after: bracket)
      guard at < markdown.endIndex, bytes[at] == UInt8(ascii: "(") else { continue }
      let start = bytes.index(after: at)
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")) else { break }
      if let address = markdownAddress(markdown[start..<end]) {
        text += markdown[copied..<start]
        text += address
        copied = end
      }
      at = end
    }
    text += markdown[copied...]
  }

  private func markdownAddress(_ address: some StringProtocol) -> String? {
    let path = address.prefix { $0 != "#" }
    guard path.hasSuffix(".html"), !path.hasPrefix("http") else { return nil }
    guard hasMarkdown(Self.resolve(String(path), from: page.path)) else { return nil }
    return path.dropLast(".html".count) + ".md" + address[path.endIndex...]
  }

  /// The path from the root of a relative address; at most one folder deep, as the site is.
  private static func resolve(_ address: String, from path: String) -> String {
    if address.hasPrefix("../") { return String(address.dropFirst(3)) }
    return path.lastIndex(of: "/").map { path[...$0] + address } ?? address
  }
}
