extension String {
  /// Its letters and digits alone, the letters small: what is left of a name however it is written.
  package var lettersAndDigits: String {
    guard utf8.allSatisfy({ $0 < 0x80 }) else {
      return lowercased().filter { $0.isLetter || $0.isNumber }
    }
    return String(decoding: utf8.lazy.filter(\.isLetterOrDigit).map(\.smallLetter), as: UTF8.self)
  }
}
