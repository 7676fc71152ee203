import Attack
import Text

/// Reads a description from its front and writes it as Markdown, piece by piece.
///
/// Bytes, not characters: a character with a combining accent is that character to Markdown too.
struct ProseReader {
  /// What may be cited, the longest name first; `nil` if citations are left out and the text is
  /// one line.
  let citations: [Citation]?
  let targets: ProseTargets
  let location: PageLocation
  /// Paths of the site that no link leads to: that of the page itself, and those named already.
  let unlinked: Set<String>
  var rest: ArraySlice<UInt8>
  var markdown: [UInt8] = []
  /// The numbers of the citations so far, by name.
  var numbers: [String: Int] = [:]
  /// Where in `markdown` the line began.
  var lineStart = 0
  /// Where it began behind the markers of its items.
  var contentStart = 0

  init(
    _ text: String, _ targets: ProseTargets, _ location: PageLocation, citations: [Citation]?,
    unlinked: Set<String> = []
  ) {
    self.citations = citations?.sorted { $0.length > $1.length }
    self.targets = targets
    self.location = location
    self.unlinked = unlinked.union([location.path])
    rest = ArraySlice(text.utf8)
    markdown.reserveCapacity(rest.count)
  }

  /// Lists and paragraphs are for texts outside of tables.
  var isCell: Bool { citations == nil }

  mutating func read() -> String {
    beginLine()
    while let sign = rest.first {
      take(sign)
      // Where a piece was left out, the next one begins the line.
      if markdown.count == contentStart { continueLine() }
    }
    endLine()
    if isCell { trimEnd() }
    return String(decoding: markdown, as: UTF8.self)
  }

  /// Takes one piece off the rest.
  private mutating func take(_ sign: UInt8) {
    switch sign {
    case UInt8(ascii: "`"): takeCode()
    case UInt8(ascii: "<"): takeTag()
    case UInt8(ascii: "["): takeLink()
    case UInt8(ascii: "("): takeParenthesis()
    case UInt8(ascii: "&"): takeEntity()
    case UInt8(ascii: "\\"): takeBackslash()
    case UInt8(ascii: "|"): take(1, as: "\\|")
    case UInt8(ascii: "!"): takeExclamation()
    case .newline: takeNewline()
    default:
      let plain = rest.prefix { !Self.isSign($0) }
      markdown += plain
      rest = rest[plain.endIndex...]
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "("),
      UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "!"), .newline:
      true
    default: false
    }
  }
}

extension ProseReader {
  mutating func take(_ count: Int, as replacement: String) {
    rest = rest.dropFirst(count)
    put(replacement)
  }

  mutating func put(_ text: String) { markdown += text.utf8 }

  /// Text that means nothing to Markdown.
  mutating func put(plain text: ArraySlice<UInt8>) {
    put(MarkdownText.escape(text.text))
  }

  mutating func trimEnd() {
    while let last = markdown.last, last.isBlank || last == .newline { markdown.removeLast() }
  }

  /// Before a bracket it would begin an image, also where what is between them is left out.
  private mutating func takeExclamation() {
    let next = rest.dropFirst().first
    take(1, as: next.map("[(<&`".utf8.contains) ?? false ? "\\!" : "!")
  }

  /// A character by its name, as text.
  private mutating func takeEntity() {
    guard let entity = HTMLEntity(at: rest) else { return take(1, as: "\\&") }
    rest = entity.rest
    let isBlank = entity.sign.allSatisfy { $0.isBlank || $0 == .newline }
    if !isBlank || markdown.count > contentStart { put(plain: entity.sign[...]) }
  }

  /// A backslash before punctuation would swallow itself: ATT&CK means paths, but for `\*` and `\_`.
  private mutating func takeBackslash() {
    let next = rest.dropFirst().first
    if next == UInt8(ascii: "*") || next == UInt8(ascii: "_") {
      markdown += rest.prefix(2)
      rest = rest.dropFirst(2)
    } else {
      take(1, as: "\\\\")
    }
  }
}
