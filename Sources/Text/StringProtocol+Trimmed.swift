extension StringProtocol {
  /// Without blanks at its ends.
  package var trimmed: String {
    // Most texts end in letters, which scalars tell without a look at characters.
    let signs: ClosedRange<Unicode.Scalar> = "!"..."~"
    if let first = unicodeScalars.first, let last = unicodeScalars.last, signs.contains(first),
      signs.contains(last)
    {
      return String(self)
    }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// Whether there is nothing in it but blanks and line breaks.
  package var isBlank: Bool {
    // Most texts begin with a letter, and blanks of ASCII need no look at characters either.
    if utf8.contains(where: { (0x21..<0x7F).contains($0) }) { return false }
    return utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
      || allSatisfy(\.isWhitespace)
  }
}
