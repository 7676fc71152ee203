internal import CCmarkGFM
import Foundation
import Text

/// A text as cmark reads it: a tree of blocks and their content.
///
/// No other file uses cmark, and no pointer of cmark escapes this one.
enum CmarkTree {
  /// Runs `body` on the parsed document; its nodes are valid only within the call.
  static func read<Answer, Failure: Error>(
    _ markdown: String, _ body: (CmarkNode) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    _ = extensionsAreRegistered
    let parser = given(cmark_parser_new(CmarkNode.options))
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"))
    cmark_parser_feed(parser, markdown, markdown.utf8.count)
    let document = given(cmark_parser_finish(parser))
    cmark_parser_free(parser)
    defer { cmark_node_free(document) }
    return try body(CmarkNode(document))
  }

  /// cmark keeps its extensions in a global list: once per process, before any thread parses.
  private static let extensionsAreRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()
}

/// cmark ends the process itself when memory runs out: it never returns a null pointer.
private func given<Pointer>(_ answer: Pointer?) -> Pointer {
  guard let answer else { preconditionFailure("cmark answered with nothing") }
  return answer
}

/// A block of a Markdown text, or a piece of a block.
struct CmarkNode: Equatable {
  fileprivate static let options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8

  enum Kind {
    case quote, list, item, codeBlock, htmlBlock, paragraph, heading, rule, table, row, cell
    case text, softBreak, lineBreak, code, html, emphasis, strong, link, image, other
  }

  let kind: Kind
  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) {
    self.pointer = pointer
    kind = Self.kind(of: pointer)
  }

  var parent: CmarkNode? { cmark_node_parent(pointer).map { CmarkNode($0) } }
  var first: CmarkNode? { cmark_node_first_child(pointer).map { CmarkNode($0) } }
  var next: CmarkNode? { cmark_node_next(pointer).map { CmarkNode($0) } }

  var children: some Sequence<CmarkNode> {
    sequence(state: first) { node in
      defer { node = node?.next }
      return node
    }
  }

  /// Where it begins, from 1.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  /// Of a list: its items are lines, not paragraphs.
  var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }
  /// Of a row: the names of the columns.
  var isHeader: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }
  /// Of a table: `l`, `c`, `r`, or 0, per column.
  var alignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let start = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }

  var literal: CmarkText { CmarkText(cmark_node_get_literal(pointer)) }
  var address: CmarkText { CmarkText(cmark_node_get_url(pointer)) }
  var title: CmarkText { CmarkText(cmark_node_get_title(pointer)) }
  /// The info string of a code fence: its language first.
  var info: CmarkText { CmarkText(cmark_node_get_fence_info(pointer)) }

  /// Its plain text, without markup.
  var plainText: String {
    let text = given(cmark_render_plaintext(pointer, Self.options, 0))
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    return String(cString: text)
  }

  private static func kind(of pointer: OpaquePointer) -> Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: .rule
    default: extensionKinds[String(cString: cmark_node_get_type_string(pointer))] ?? .other
    }
  }

  private static let extensionKinds: [String: Kind] = [
    "table": .table, "table_row": .row, "table_header": .row, "table_cell": .cell,
  ]
}

/// A text owned by cmark; it is valid as long as its node.
struct CmarkText {
  private let bytes: UnsafeBufferPointer<UInt8>

  fileprivate init(_ text: UnsafePointer<CChar>?) {
    let start = text.map { UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self) }
    bytes = UnsafeBufferPointer(start: start, count: text.map { strlen($0) } ?? 0)
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isEmpty: Bool { bytes.isEmpty }
  /// All up to the first blank.
  var firstWord: CmarkText {
    CmarkText(UnsafeBufferPointer(rebasing: bytes.prefix { !Self.blanks.contains($0) }))
  }
  var last: UInt8? { bytes.last }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  private static let blanks = Array(" \t\n\u{c}\r".utf8)

  /// What an HTML comment declares to begin.
  var comment: String? {
    guard hasPrefix("<!--") else { return nil }
    let end = bytes.indices.dropFirst(2).first { bytes[$0...].starts(with: "-->".utf8) }
    return end.map { String(decoding: bytes[..<$0].dropFirst("<!--".utf8.count), as: UTF8.self) }
  }

  func allSatisfy(_ holds: (UInt8) -> Bool) -> Bool { bytes.allSatisfy(holds) }

  /// Whether it begins with `start`, in whatever case its letters are.
  func hasPrefix(_ start: String) -> Bool {
    bytes.count >= start.utf8.count
      && zip(bytes, start.utf8).allSatisfy { $0.smallLetter == $1.smallLetter }
  }

  /// Hands its bytes to `body`, from `start` on.
  func withBytes(from start: Int = 0, _ body: (Span<UInt8>) -> Void) {
    body(UnsafeBufferPointer(rebasing: bytes.dropFirst(start)).span)
  }
}
