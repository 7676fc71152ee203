/// `[text](address)` as it stands in a description.
struct ProseLink {
  let text: ArraySlice<UInt8>
  let address: ArraySlice<UInt8>
  /// What follows it.
  let rest: ArraySlice<UInt8>

  /// The longest text and address that are looked for.
  private static let longest = 4_000

  /// Reads one at the start of `text`; `nil` where there is none.
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
    let word = text.prefix(longest).prefix { $0 > 0x20 }
    var depth = 1
    for place in word.indices {
      if word[place] == UInt8(ascii: "(") { depth += 1 }
      if word[place] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return word[..<place] }
    }
    return word.firstIndex(of: UInt8(ascii: ")")).map { word[..<$0] }
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }
}
