package import Pages

/// Turns a page's Markdown into what reads well in a Git wiki.
///
/// 1. The title stands at its head, for programs.
/// 2. Exhibits become tables, lists and images; comments of ours go, and hints of how a page is read.
/// 3. Links lead to where things stand on the shelf. Where one leads nowhere its text stays; a list
///    item that was nothing else goes, and so does a heading with nothing left under it.
/// 4. Links within the page lead to the anchors that GitHub makes of the headings; rows have none.
package struct WikiMarkdown {
  private let path: String
  private let title: String
  private let exhibits: [String: Exhibit]
  private let shelf: MarkdownDestination

  package init(
    path: String, title: String, exhibits: [String: Exhibit], on shelf: MarkdownDestination
  ) {
    self.path = path
    self.title = title
    self.exhibits = exhibits
    self.shelf = shelf
  }

  package func text(from markdown: String) -> String {
    var outline = WikiOutline()
    var isHint = false
    let lines = markdown.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for part in lines {
      let line = Substring(part)
      if line.hasPrefix("<!-- hint") { isHint = true }
      if !isHint { take(line, into: &outline) }
      if line.hasPrefix("<!-- end") { isHint = false }
    }
    return FrontMatter(title: title).text + outline.text
  }
}

extension WikiMarkdown {
  private func take(_ line: Substring, into outline: inout WikiOutline) {
    let level = line.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    if line.hasPrefix("<!--") {
      if let section = Self.section(in: line) { outline.begin(section: section) }
    } else if (1...6).contains(level), line.dropFirst(level).hasPrefix(" ") {
      outline.add(heading: InlineLinks.rewrite(line) { shelf.address($0, on: path) }, level: level)
    } else if let name = Self.exhibit(in: line), let exhibit = exhibits[name] {
      let text = ExhibitMarkdown(place: PageLocation(path)).markdown(exhibit)
      for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
        add(Substring(line), to: &outline)
      }
    } else {
      add(line, to: &outline)
    }
  }

  private func add(_ line: Substring, to outline: inout WikiOutline) {
    var (links, lost, linksWithin) = (0, 0, false)
    let text = InlineLinks.rewrite(line) { written in
      let address = shelf.address(written, on: path)
      links += 1
      lost += address == nil ? 1 : 0
      linksWithin = linksWithin || address?.hasPrefix("#") ?? false
      return address
    }
    let isOnlyLink = line.hasPrefix("- [") && line.hasSuffix(")") && links == 1
    if isOnlyLink && lost == 1 { return }
    outline.add(text, linksWithin: linksWithin)
  }

  /// The id in `<!-- section next: Next -->`.
  private static func section(in comment: Substring) -> String? {
    let words = comment.split { $0 == " " || $0 == ":" }
    return words.count > 2 && words[1] == "section" ? String(words[2]) : nil
  }

  private static func exhibit(in line: Substring) -> String? {
    guard line.hasPrefix("!["), line.hasSuffix(")"),
      let open = line.utf8.lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    let address = line[line.utf8.index(after: open)...]
    guard address.hasPrefix("exhibit:") else { return nil }
    return String(address.dropFirst("exhibit:".count).dropLast())
  }
}
