package import Pages
import Text

/// Turns a page's Markdown into what reads well in a Git wiki.
///
/// 1. The title is at its head, for programs; in a folder the team's banner, and below all the footer.
/// 2. Exhibits become tables, lists and images; our comments go, hints of how a page is read, and what
///    only the site says.
/// 3. Links lead to where things are in the destination. If one leads nowhere its text stays;
///    a paragraph or list item that begins with one, and has no other, goes, and so does a heading
///    with nothing left under it.
/// 4. Links within the page lead to the anchors that GitHub makes of the headings. Rows have anchors of
///    their own in a folder, and none beside the site.
package struct WikiMarkdown {
  private let path: String
  private let title: String
  private let tlp: String?
  private let exhibits: [String: Exhibit]
  private let shelf: MarkdownDestination
  private let frame: MarkdownFrame?

  package init(
    path: String, title: String, tlp: String? = nil, exhibits: [String: Exhibit],
    on shelf: MarkdownDestination,
    in frame: MarkdownFrame? = nil
  ) {
    self.frame = frame
    self.path = path
    self.title = title
    self.tlp = tlp
    self.exhibits = exhibits
    self.shelf = shelf
  }

  package func bytes(from markdown: String) -> [UInt8] {
    var outline = WikiOutline()
    var isLeftOut = false
    for line in Array(markdown.utf8).split(separator: .newline, omittingEmptySubsequences: false) {
      if Self.left.contains(where: { line.starts(with: $0) }) { isLeftOut = true }
      if !isLeftOut { take(line, into: &outline) }
      if line.starts(with: "<!-- end".utf8) { isLeftOut = false }
    }
    var bytes = ByteWriter(capacity: 1 << 14)
    bytes.put(text: FrontMatter(title: title, tlp: tlp).text)
    if let tlp { bytes.put(text: "**\(tlp)**\n\n") }
    frame?.writeHead(to: &bytes)
    outline.write(to: &bytes)
    frame?.writeFoot(to: &bytes)
    return bytes.bytes
  }
}

extension WikiMarkdown {
  /// What begins the blocks that are of the site alone.
  private static let left = ["<!-- hint".utf8, "<!-- site".utf8]

  private func take(_ line: ArraySlice<UInt8>, into outline: inout WikiOutline) {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    if line.starts(with: "<!--".utf8) {
      if let section = Self.section(in: line) { outline.begin(section: section) }
    } else if (1...6).contains(level), line.dropFirst(level).first == UInt8(ascii: " ") {
      outline.add(heading: InlineLinks.rewrite(line) { shelf.address($0, on: path) }, level: level)
    } else if let name = Self.exhibit(in: line), let exhibit = exhibits[name] {
      var text = ByteWriter()
      ExhibitMarkdown(location: PageLocation(path), hasAnchors: shelf.hasAnchors)
        .write(exhibit, to: &text)
      if text.last == .newline { text.cut(to: text.count - 1) }
      if shelf.hasAnchors { outline.add(anchors: exhibit.anchors) }
      for line in text.bytes.split(separator: .newline, omittingEmptySubsequences: false) {
        add(line, to: &outline)
      }
    } else {
      add(line, to: &outline)
    }
  }

  private func add(_ line: ArraySlice<UInt8>, to outline: inout WikiOutline) {
    var (links, lost, linksWithin) = (0, 0, false)
    let text = InlineLinks.rewrite(line) { written in
      let address = shelf.address(written, on: path)
      links += 1
      lost += address == nil ? 1 : 0
      linksWithin = linksWithin || address?.hasPrefix("#") ?? false
      return address
    }
    let isOfLinks = line.starts(with: "- [".utf8) || line.starts(with: "[".utf8)
    if isOfLinks && links > 0 && lost == links { return }
    outline.add(text, linksWithin: linksWithin)
  }

  /// The id in `<!-- section next: Next -->`.
  private static func section(in comment: ArraySlice<UInt8>) -> String? {
    let words = comment.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ":") }
    return words.count > 2 && words[1].text == "section" ? words[2].text : nil
  }

  private static func exhibit(in line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: "![".utf8), line.last == UInt8(ascii: ")"),
      let open = line.lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    let address = line[(open + 1)...]
    guard address.starts(with: "exhibit:".utf8) else { return nil }
    return address.dropFirst("exhibit:".utf8.count).dropLast().text
  }
}
