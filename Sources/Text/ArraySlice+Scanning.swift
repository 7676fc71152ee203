extension ArraySlice<UInt8> {
  /// What follows `start`, in whatever case its letters of ASCII are; `nil` if it is not there.
  package func dropping(_ start: String) -> ArraySlice<UInt8>? {
    var position = startIndex
    for byte in start.utf8 {
      guard position < endIndex, self[position].smallLetter == byte.smallLetter else { return nil }
      position += 1
    }
    return self[position...]
  }

  /// What precedes the next `text`, in lower case, and what follows it.
  package func cut(at text: String) -> (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>)? {
    guard let first = text.utf8.first else { return nil }
    var rest = self
    while let position = rest.firstIndex(of: first) {
      rest = rest[position...]
      if let after = rest.dropping(text) { return (self[..<position], after) }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// Without the blanks at its start.
  package var droppingBlanks: ArraySlice<UInt8> { drop { $0.isBlank } }

  /// Without the blanks and line breaks around.
  package var trimmingBlanks: ArraySlice<UInt8> {
    let blanks = { (byte: UInt8) in byte.isBlank || byte == .newline }
    guard let last = lastIndex(where: { !blanks($0) }) else { return [] }
    return self[...last].drop(while: blanks)
  }

  /// The bytes as a text.
  package var text: String { String(decoding: self, as: UTF8.self) }
}
