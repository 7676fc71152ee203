internal import Text

/// Cuts a template into its tokens.
///
/// The tag of a section, or a comment, that has a line to itself takes that line with it, as in
/// Mustache.
struct TemplateLexer {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var lineStart = 0
  /// Up to where lines are counted.
  private var counted = 0
  private var tokens: [TemplateToken] = []

  /// The tokens of a template.
  ///
  /// - Throws: `TemplateFlaw` for a tag that does not end, or of a kind that is not known.
  static func tokens(of text: String) throws(TemplateFlaw) -> [TemplateToken] {
    var lexer = TemplateLexer(bytes: Array(text.utf8))
    while let start = lexer.next("{{", from: lexer.at) { try lexer.readTag(at: start) }
    lexer.add(lexer.bytes.count)
    return lexer.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func readTag(at start: Int) throws(TemplateFlaw) {
    let isTriple = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{")
    let inside = start + (isTriple ? 3 : 2)
    countLines(to: start)
    guard let end = next(isTriple ? "}}}" : "}}", from: inside) else {
      throw TemplateFlaw(line: line, reason: "`{{` is never closed by `}}`")
    }
    let after = end + (isTriple ? 3 : 2)
    let sign = isTriple ? nil : bytes[inside..<end].first.flatMap { Self.signs[$0] }
    let name = bytes[(sign == nil ? inside : inside + 1)..<end].trimmingBlanks.text
    guard let sign, sign != .raw else {
      add(start)
      tokens.append(
        TemplateToken(kind: .value(name, isRaw: isTriple || sign == .raw), line: line))
      return moveOn(to: after)
    }
    let rest = lineEnd(from: after)
    let isAlone = at <= lineStart && isBlank(lineStart..<start) && isBlank(after..<rest)
    add(isAlone ? lineStart : start)
    if let kind = try kind(of: sign, name) { tokens.append(TemplateToken(kind: kind, line: line)) }
    moveOn(to: isAlone ? min(rest + 1, bytes.count) : after)
  }

  private enum Sign { case section, inverted, end, raw, comment, partial, unknown }

  private static let signs: [UInt8: Sign] = [
    UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .end,
    UInt8(ascii: "&"): .raw, UInt8(ascii: "!"): .comment, UInt8(ascii: ">"): .partial,
    UInt8(ascii: "="): .unknown, UInt8(ascii: "%"): .unknown, UInt8(ascii: "$"): .unknown,
    UInt8(ascii: "<"): .unknown,
  ]

  private func kind(
    of sign: Sign, _ name: String
  ) throws(TemplateFlaw) -> TemplateToken.Kind? {
    switch sign {
    case .section: return .open(name, isInverted: false)
    case .inverted: return .open(name, isInverted: true)
    case .end: return .close(name)
    case .raw, .comment: return nil
    case .partial:
      throw TemplateFlaw(
        line: line, reason: "partials such as `{{> \(name)}}` are not known here")
    case .unknown:
      throw TemplateFlaw(line: line, reason: "the tag of `\(name)` is of a kind not known here")
    }
  }
}

extension TemplateLexer {
  /// Adds the text up to `end`.
  private mutating func add(_ end: Int) {
    guard at < end else { return }
    let text = String(decoding: bytes[at..<end], as: UTF8.self)
    tokens.append(TemplateToken(kind: .text(text), line: line))
  }

  private mutating func moveOn(to end: Int) {
    countLines(to: end)
    at = end
  }

  /// Brings `line` and `lineStart` up to `end`.
  private mutating func countLines(to end: Int) {
    var next = counted
    while next < end {
      if bytes[next] == UInt8(ascii: "\n") {
        line += 1
        lineStart = next + 1
      }
      next += 1
    }
    counted = max(counted, end)
  }

  private func next(_ text: StaticString, from start: Int) -> Int? {
    let wanted = Array(text.description.utf8)
    guard start + wanted.count <= bytes.count else { return nil }
    return (start...(bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) }
  }

  private func lineEnd(from start: Int) -> Int {
    bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
