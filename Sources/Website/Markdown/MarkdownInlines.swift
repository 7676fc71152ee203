import Text

/// Writes the content of a block of a Markdown text: words, emphasis, code, links, images.
enum MarkdownInlines {
  /// Writes the content of `block`.
  static func write(_ block: CmarkNode, to html: inout MarkupWriter) {
    for node in block.children { write(piece: node, to: &html) }
  }

  /// Writes one piece of a block.
  static func write(piece: CmarkNode, to html: inout MarkupWriter) {
    var walk = CmarkWalk(through: piece)
    while let (node, isEntry) = walk.next() {
      if isEntry { enter(node, &html) } else { leave(node, &html) }
      if node.kind == .image { walk.skip() }
    }
  }

  private static func enter(_ node: CmarkNode, _ html: inout MarkupWriter) {
    switch node.kind {
    case .text: html.text(markdown: node.literal)
    case .softBreak: html.put("\n")
    case .lineBreak: html.put("<br />\n")
    case .code:
      html.put("<code>")
      html.text(markdown: node.literal)
      html.put("</code>")
    case .html: html.put("<!-- raw HTML omitted -->")
    case .emphasis: html.put("<em>")
    case .strong: html.put("<strong>")
    case .link:
      html.open("a", Attribute("href", Address(of: node)), Attribute("title", Title(of: node)))
    case .image:
      html.start(
        "img", Attribute("src", Address(of: node)), Attribute("alt", Words(of: node)),
        Attribute("title", Title(of: node)))
      html.put(" />")
    default: break
    }
  }

  private static func leave(_ node: CmarkNode, _ html: inout MarkupWriter) {
    switch node.kind {
    case .emphasis: html.put("</em>")
    case .strong: html.put("</strong>")
    case .link: html.put("</a>")
    default: break
    }
  }
}

/// The address of a link or an image; empty if it could run a script.
private struct Address: AttributeValue {
  private let address: CmarkText
  private let isSafe: Bool

  init(of node: CmarkNode) {
    address = node.address
    isSafe =
      !Self.dangers.contains(where: address.hasPrefix)
      || Self.images.contains(where: address.hasPrefix)
  }

  private static let dangers = ["javascript:", "vbscript:", "file:", "data:"]
  private static let images = [
    "data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp",
  ]

  /// Where each byte is one that needs no quotes, or is written as `%C3`, which needs none either.
  var isPlain: Bool {
    isSafe && !address.isEmpty && address.last != UInt8(ascii: "/")
      && address.allSatisfy { $0.needsNoQuote || !$0.isOfAddress }
  }

  func write(to bytes: inout ByteWriter) {
    guard isSafe else { return }
    address.withBytes { text in
      for index in text.indices {
        switch text[index] {
        case UInt8(ascii: "&"): bytes.put("&amp;")
        case UInt8(ascii: "'"): bytes.put("&#x27;")
        case let byte where byte.isOfAddress: bytes.put(byte: byte)
        case let byte:
          bytes.put("%")
          bytes.put(byte: Self.digits[Int(byte >> 4)])
          bytes.put(byte: Self.digits[Int(byte & 15)])
        }
      }
    }
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
}

/// The title of a link or an image.
private struct Title: AttributeValue {
  private let title: CmarkText

  init(of node: CmarkNode) { title = node.title }

  var isAbsent: Bool { title.isEmpty }
  var isPlain: Bool { title.text.isPlain }
  func write(to bytes: inout ByteWriter) { title.withBytes { bytes.escape(markdown: $0) } }
}

/// What an image shows, in words without their marks.
private struct Words: AttributeValue {
  private let words: String

  init(of image: CmarkNode) {
    var bytes = ByteWriter(capacity: 64)
    var walk = CmarkWalk(through: image)
    while let (node, isEntry) = walk.next() {
      switch isEntry ? node.kind : .other {
      case .text, .code, .html: node.literal.withBytes { bytes.escape(markdown: $0) }
      case .softBreak, .lineBreak: bytes.put(" ")
      default: break
      }
    }
    words = bytes.text
  }

  var isPlain: Bool { words.isPlain }
  func write(to bytes: inout ByteWriter) { bytes.put(text: words) }
}

extension UInt8 {
  /// Whether it is allowed in an address as it is; `&` and `'` have names, others are
  /// percent-encoded.
  fileprivate var isOfAddress: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "#")...UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "="),
      UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}

extension MarkupWriter {
  /// Text, escaped.
  mutating func text(markdown text: CmarkText, from start: Int = 0) {
    withBytes { bytes in text.withBytes(from: start) { bytes.escape(markdown: $0) } }
  }
}
