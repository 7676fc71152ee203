import Text

/// Writes the blocks of a Markdown text as lean HTML, safely: raw HTML is left out, and so is an
/// address that could run a script.
///
/// The result is that of cmark's own writer in its safe mode, without the end tags and quotes that
/// HTML does without.
struct MarkdownHTML {
  /// Where the block that is being written began.
  private var start = 0
  /// Whether a paragraph was written last: its end tag is needed only before what does not end
  /// it by itself.
  private var isAfterParagraph = false

  /// Writes a block of the document.
  mutating func write(_ block: CmarkNode, to html: inout MarkupWriter) {
    start = html.count
    var walk = CmarkWalk(through: block)
    while let (node, isEntry) = walk.next() {
      if isEntry { enter(node, &html) } else { leave(node, &html) }
      if !node.kind.holdsBlocks { walk.skip() }
    }
  }

  /// To be called before anything else is written: it may need the end of the paragraph before it.
  mutating func follow(endsParagraph: Bool, in html: inout MarkupWriter) {
    guard isAfterParagraph else { return }
    isAfterParagraph = false
    if endsParagraph { return }
    html.cut(to: html.count - 1)
    html.put("</p>\n")
  }

  /// To be called after our own HTML: its last paragraph ends as others do.
  mutating func take(_ html: inout MarkupWriter) {
    isAfterParagraph = html.dropLast("</p>\n")
    if isAfterParagraph { html.put("\n") }
  }
}

extension MarkdownHTML {
  private mutating func enter(_ block: CmarkNode, _ html: inout MarkupWriter) {
    switch block.kind {
    case .paragraph where block.isTight: MarkdownInlines.write(block, to: &html)
    case .paragraph:
      begin(endsParagraph: true, in: &html)
      html.put("<p>")
      MarkdownInlines.write(block, to: &html)
      html.put("\n")
      isAfterParagraph = true
    case .heading: writeHeading(block, to: &html)
    case .list: beginList(block, in: &html)
    case .item:
      begin(endsParagraph: true, in: &html)
      html.put("<li>")
    case .quote:
      begin(endsParagraph: false, in: &html)
      html.put("<blockquote>\n")
    case .codeBlock: writeCode(block, to: &html)
    case .htmlBlock:
      begin(endsParagraph: false, in: &html)
      html.put("<!-- raw HTML omitted -->\n")
    case .rule:
      begin(endsParagraph: false, in: &html)
      html.put("<hr />\n")
    case .table:
      begin(endsParagraph: true, in: &html)
      MarkdownTable(block, isScoped: false).write(to: &html)
    default: break
    }
  }

  private mutating func leave(_ block: CmarkNode, _ html: inout MarkupWriter) {
    switch block.kind {
    case .list: html.put(block.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item:
      follow(endsParagraph: true, in: &html)
      html.put("\n")
    case .quote:
      begin(endsParagraph: false, in: &html)
      html.put("</blockquote>\n")
    default: break
    }
  }

  /// Begins a block, or ends one, in a line of its own.
  private mutating func begin(endsParagraph: Bool, in html: inout MarkupWriter) {
    follow(endsParagraph: endsParagraph, in: &html)
    if html.count > start { html.endLine() }
  }

  private mutating func writeHeading(_ block: CmarkNode, to html: inout MarkupWriter) {
    let level = block.headingLevel
    begin(endsParagraph: level == 2 || level == 3, in: &html)
    html.put("<h")
    html.integer(level)
    html.put(">")
    MarkdownInlines.write(block, to: &html)
    html.endHeading(level)
  }

  private mutating func beginList(_ list: CmarkNode, in html: inout MarkupWriter) {
    begin(endsParagraph: true, in: &html)
    if list.isOrdered {
      html.open("ol", Attribute("start", list.listStart == 1 ? nil : list.listStart))
    } else {
      html.put("<ul>")
    }
    html.put("\n")
  }

  private mutating func writeCode(_ block: CmarkNode, to html: inout MarkupWriter) {
    begin(endsParagraph: false, in: &html)
    html.put("<pre>")
    html.open(
      "code", Attribute("class", block.info.isEmpty ? nil : CodeClass(block.info.firstWord)))
    html.text(markdown: block.literal)
    html.put("</code></pre>\n")
  }
}

extension CmarkNode {
  /// Whether a paragraph is a line of a tight list.
  fileprivate var isTight: Bool {
    guard let list = parent?.parent, list.kind == .list else { return false }
    return list.isTightList
  }
}

extension CmarkNode.Kind {
  /// Whether there are blocks in it, other than in a table, which is written as a whole.
  fileprivate var holdsBlocks: Bool { self == .quote || self == .list || self == .item }
}

/// The class of code in some language.
private struct CodeClass: AttributeValue {
  private let language: CmarkText

  init(_ language: CmarkText) { self.language = language }

  var isPlain: Bool {
    language.last != UInt8(ascii: "/") && language.allSatisfy { $0.needsNoQuote }
  }

  func write(to bytes: inout ByteWriter) {
    bytes.put("language-")
    language.withBytes { bytes.escape(markdown: $0) }
  }
}

extension MarkupWriter {
  /// The content of a heading has been written.
  mutating func endHeading(_ level: Int) {
    put("</h")
    integer(level)
    put(">\n")
  }
}
