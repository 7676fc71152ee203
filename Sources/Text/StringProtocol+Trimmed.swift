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
}
