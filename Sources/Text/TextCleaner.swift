/// Makes a text of a bundle fit to be shown: no control characters, no bidirectional controls.
///
/// Nor what Unicode calls noncharacters, which XML forbids. Tab and line feed stay; a no-break space, wide or narrow, becomes a blank; what is longer than `limit` is cut.
package enum TextCleaner {
  /// The most bytes of UTF-8 that a text keeps.
  package static let limit = 1_000_000

  package static func clean(_ text: String) -> String { clean(text, limit: limit) }

  /// - Parameters:
  ///   - text: of a bundle, or on its way to a terminal.
  ///   - limit: the most bytes to keep; what a program asked for is never cut.
  /// - Returns: the text without what must not be shown.
  package static func clean(_ text: String, limit: Int) -> String {
    guard needsCleaning(text, limit) else { return text }
    var kept = String.UnicodeScalarView()
    var bytes = 0
    for scalar in text.unicodeScalars where !isControl(scalar) {
      bytes += scalar.utf8.count
      guard bytes <= limit else { break }
      kept.append(scalar == "\u{A0}" || scalar == "\u{202F}" ? " " : scalar)
    }
    return String(kept)
  }

  /// The most characters that a name keeps: it appears in lists, figures and titles.
  package static let nameLimit = 300

  /// A clean name that is no longer than a name may be.
  package static func name(_ text: String) -> String {
    guard text.unicodeScalars.count > nameLimit else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(nameLimit - 1))) + "…"
  }

  /// A text as one clean line: every run of blanks and line breaks is one blank, and none are around.
  package static func line(_ text: String) -> String {
    if isPlainLine(text.utf8) { return text }
    let words = text.split(whereSeparator: \.isWhitespace).map { clean(String($0)) }
    return clean(words.filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// Whether it is a line of ASCII already, as most are.
  private static func isPlainLine(_ bytes: String.UTF8View) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in bytes {
      guard (0x20..<0x7F).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20 && bytes.count <= limit
  }

  /// The beginning of a text as one clean line; what is longer than `limit` characters ends with `…`.
  package static func line(_ text: String, limit: Int) -> String {
    let start = text.prefix(limit)
    return line(String(start)) + (start.endIndex < text.endIndex ? "…" : "")
  }

  /// What `clean` took from `text`, in words; `nil` if nothing of substance was lost.
  package static func loss(in text: String) -> String? {
    if text.utf8.count > limit { return "longer than a megabyte, cut" }
    return text.unicodeScalars.contains(where: isControl) ? "control characters left out" : nil
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F: true
    case let value where value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value): true
    case 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension TextCleaner {
  /// A fast look at the bytes: most texts need nothing.
  private static func needsCleaning(_ text: String, _ limit: Int) -> Bool {
    let utf8 = text.utf8
    return utf8.count > limit || (utf8.withContiguousStorageIfAvailable(hasSuspect) ?? true)
  }

  private static func hasSuspect(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = bytes.endOfPlainText(from: 0)
    while at < bytes.count {
      if isSuspect(bytes[at...].prefix(4)) { return true }
      at = bytes.endOfPlainText(from: at + 1)
    }
    return false
  }

  /// Whether the bytes may begin with a control, a noncharacter or a no-break space.
  private static func isSuspect(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let second = bytes.dropFirst().first ?? 0
    switch bytes.first {
    case 0x09, 0x0A: return false
    case .some(..<0x20), 0x7F: return true
    case 0xC2: return second <= 0xA0
    case 0xD8: return second == 0x9C
    case 0xE2 where second == 0x80 || second == 0x81:
      let third = bytes.dropFirst(2).first ?? 0
      return second == 0x80
        ? (0x8E...0x8F).contains(third) || (0xA8...0xAF).contains(third)
        : (0xA6...0xA9).contains(third)
    case 0xEF: return second == 0xB7 || second == 0xBF
    case .some(0xF0...): return bytes.dropFirst(2).first == 0xBF
    default: return false
    }
  }
}
