extension String {
  /// Whether it is an http or https address with a host and without a password: a page may link to it.
  package var isWebAddress: Bool {
    var rest = utf8[...]
    for letter in "http".utf8 {
      guard rest.popFirst()?.smallLetter == letter else { return false }
    }
    if rest.first?.smallLetter == UInt8(ascii: "s") { rest.removeFirst() }
    guard rest.starts(with: "://".utf8) else { return false }
    let host = rest.dropFirst(3).prefix { !"/?#".utf8.contains($0) }
    return !host.isEmpty && !host.contains(UInt8(ascii: "@"))
  }
}
