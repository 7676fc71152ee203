import Text

/// A page as it is put together, block by block.
struct MarkdownOutline: ~Copyable {
  private let titleID: String?
  private var html = MarkupWriter(.html)
  private var blocks = MarkdownHTML()
  /// Where the first section begins.
  private var headEnd: Int?
  private var contents: [RenderedMarkdown.Heading] = []
  private var ids: Set<String> = []
  /// The section whose heading comes next.
  private var announced: RenderedMarkdown.Heading?
  private var tables = 0
  /// What is still to be ended.
  private var folds: [Fold] = []

  /// Blocks that comments enclose.
  private struct Fold {
    /// As the comment has it.
    let name: String
    /// Written at its end.
    let end: StaticString
  }

  init(titleID: String?) { self.titleID = titleID }

  mutating func fold(_ title: String, isOpen: Bool) {
    folds.append(Fold(name: "fold \(title)", end: "</details>\n"))
    blocks.follow(endsParagraph: true, in: &html)
    html.put(isOpen ? "<details class=fold open><summary>" : "<details class=fold><summary>")
    html.text(title)
    html.put("</summary>\n")
  }

  /// Begins what the Markdown beside the site leaves out.
  mutating func limitToSite() { folds.append(Fold(name: "site", end: "")) }

  mutating func unfold() throws(MarkdownError) {
    guard let fold = folds.popLast() else { throw .unbalancedFold("end") }
    blocks.follow(endsParagraph: true, in: &html)
    html.put(fold.end)
  }

  mutating func begin(section id: String, title: String) throws(MarkdownError) {
    try checkFolds()
    blocks.follow(endsParagraph: true, in: &html)
    if headEnd == nil { headEnd = html.count } else { html.put("</section>\n") }
    html.open("section", Attribute("class", "s-" + id))
    html.put("\n")
    announced = RenderedMarkdown.Heading(id: id, title: title)
  }

  mutating func add(_ block: CmarkNode) { blocks.write(block, to: &html) }

  /// Adds an exhibit, which begins with a block.
  mutating func add(_ write: (inout MarkupWriter) -> Void) {
    blocks.follow(endsParagraph: true, in: &html)
    write(&html)
    blocks.take(&html)
  }

  /// Adds a table in a scrollable region with a label of its own: `Table`, `Table 2`, ….
  mutating func add(table: CmarkNode) {
    tables += 1
    blocks.follow(endsParagraph: true, in: &html)
    html.open(
      "div", Attribute("class", "tw"), Attribute("role", "region"), Attribute("tabindex", 0),
      Attribute("aria-label", tables == 1 ? "Table" : "Table \(tables)"))
    MarkdownTable(table, isScoped: true).write(to: &html)
    html.put("</div>\n")
  }

  /// Adds a heading with its id; a script adds the anchor to copy.
  mutating func add(heading: CmarkNode) {
    let level = heading.headingLevel
    let id = id(of: heading)
    blocks.follow(endsParagraph: level == 2 || level == 3, in: &html)
    html.put("<h")
    html.integer(level)
    html.attributes(Attribute("id", level == 1 ? nil : id))
    if level > 1 || !writeTitle(heading) { MarkdownInlines.write(heading, to: &html) }
    html.endHeading(level)
  }

  /// Writes a title whose id is marked up apart from its name.
  ///
  /// - Returns: false for a title that begins with no id.
  private mutating func writeTitle(_ heading: CmarkNode) -> Bool {
    guard let titleID, let first = heading.first, first.kind == .text,
      first.literal.text.hasPrefix(titleID + " ")
    else { return false }
    html.element("span", titleID, Attribute("class", "id"))
    html.text(markdown: first.literal, from: titleID.utf8.count)
    var next = first.next
    while let node = next {
      MarkdownInlines.write(piece: node, to: &html)
      next = node.next
    }
    return true
  }

  mutating func finished() throws(MarkdownError) -> RenderedMarkdown {
    try checkFolds()
    blocks.follow(endsParagraph: true, in: &html)
    if headEnd != nil { html.put("</section>\n") }
    let bytes = html.bytes.bytes
    let end = headEnd ?? bytes.count
    return RenderedMarkdown(head: bytes[..<end], sections: bytes[end...], contents: contents)
  }
}

extension MarkdownOutline {
  /// The id of a heading: the announced one, else from its text; once a page.
  private mutating func id(of heading: CmarkNode) -> String {
    if let announced {
      self.announced = nil
      contents.append(announced)
      ids.insert(announced.id)
      return announced.id
    }
    let slug = Self.slug(heading.plainText)
    var id = slug.isEmpty ? "section" : slug
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(slug)-\(number)"
      number += 1
    }
    return id
  }

  /// `the-24-reports` for `The 24 reports`.
  private static func slug(_ text: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        .joined(separator: "-")
    }
    let words = text.utf8.lazy.map(\.smallLetter).split { !$0.isLetterOrDigit }
    return String(decoding: Array(words.joined(separator: "-".utf8)), as: UTF8.self)
  }

  private func checkFolds() throws(MarkdownError) {
    if let fold = folds.last { throw .unbalancedFold(fold.name) }
  }
}
