import Pages

/// Turns a page's Markdown into what reads well in a Git wiki: exhibits as tables and images, links
/// to the other `.md` files, no comments of ours.
struct WikiMarkdown {
  let page: Page
  /// Whether a page, by its path, has its Markdown beside it.
  let hasMarkdown: @Sendable (String) -> Bool

  func text(from markdown: String) -> String {
    let exhibits = ExhibitMarkdown(place: Place(page.path))
    var lines: [Substring] = []
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("<!--") { continue }
      if let name = Self.exhibit(in: line), let exhibit = page.exhibits[name] {
        lines += exhibits.markdown(exhibit).split(separator: "\n", omittingEmptySubsequences: false)
      } else if !(line.isEmpty && lines.last?.isEmpty ?? true) {
        lines.append(line)
      }
    }
    return lines.map { leading($0) }.joined(separator: "\n")
  }

  private static func exhibit(in line: Substring) -> String? {
    guard line.hasPrefix("!["), line.hasSuffix(")"), let start = line.firstRange(of: "](exhibit:")
    else { return nil }
    return String(line[start.upperBound...].dropLast())
  }

  /// The line with its links to pages leading to their Markdown.
  private func leading(_ line: Substring) -> String {
    var text = ""
    var rest = line
    while let start = rest.firstRange(of: "]("), let end = rest[start.upperBound...].firstIndex(of: ")")
    {
      let address = rest[start.upperBound..<end]
      text += rest[..<start.upperBound] + markdownAddress(address)
      rest = rest[end...]
    }
    return text + rest
  }

  private func markdownAddress(_ address: Substring) -> String {
    guard !address.contains("://"), let suffix = address.firstRange(of: ".html") else {
      return String(address)
    }
    let target = Self.resolve(address[..<suffix.upperBound], from: page.path)
    guard hasMarkdown(target) else { return String(address) }
    return address[..<suffix.lowerBound] + ".md" + address[suffix.upperBound...]
  }

  /// The path from the root of a relative address; at most one folder deep, as the site is.
  private static func resolve(_ address: Substring, from path: String) -> String {
    if address.hasPrefix("../") { return String(address.dropFirst(3)) }
    return path.lastIndex(of: "/").map { String(path[...$0] + address) } ?? String(address)
  }
}
