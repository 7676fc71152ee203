import Text

/// `[text](address)` as written in a description.
struct ProseLink {
  let text: ArraySlice<UInt8>
  let address: ArraySlice<UInt8>
  /// What follows it.
  let rest: ArraySlice<UInt8>

  /// The longest text and address that are looked for.
  private static let longest = 2_000

  /// Reads one at the start of `text`; `nil` if there is none.
  init?(at text: ArraySlice<UInt8>) {
    guard text.first == UInt8(ascii: "[") else { return nil }
    let inside = text.dropFirst().prefix(Self.longest).prefix { !Self.isBracket($0) }
    let middle = text[inside.endIndex...]
    guard middle.starts(with: "](".utf8), inside.cut(at: "\n\n") == nil,
      let address = Self.address(at: middle.dropFirst(2))
    else { return nil }
    self.text = inside
    self.address = address
    rest = text[address.endIndex...].dropFirst()
  }

  /// Up to the parenthesis that closes it, or to the first one where its own do not pair.
  private static func address(at text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var depth = 1
    var first: Int?
    for index in text.prefix(longest).indices {
      let byte = text[index]
      if byte <= 0x20 { break }
      if byte == UInt8(ascii: "(") { depth += 1 }
      guard byte == UInt8(ascii: ")") else { continue }
      depth -= 1
      if depth == 0 { return text[..<index] }
      first = first ?? index
    }
    return first.map { text[..<$0] }
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }
}
