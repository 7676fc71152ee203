/// Makes a text of a bundle fit to be shown: no control characters, no bidirectional controls.
///
/// Tab and line feed stay; a no-break space becomes a blank; what is longer than `limit` is cut.
package enum TextCleaner {
  /// The most bytes of UTF-8 that a text keeps.
  package static let limit = 1_000_000

  package static func clean(_ text: String) -> String {
    guard needsCleaning(text) else { return text }
    var kept = String.UnicodeScalarView()
    var bytes = 0
    for scalar in text.unicodeScalars where !isControl(scalar) {
      bytes += scalar.utf8.count
      guard bytes <= limit else { break }
      kept.append(scalar == "\u{A0}" ? " " : scalar)
    }
    return String(kept)
  }

  /// What `clean` took from `text`, in words; `nil` where nothing of substance was lost.
  package static func loss(in text: String) -> String? {
    if text.utf8.count > limit { return "longer than a megabyte, cut" }
    return text.unicodeScalars.contains(where: isControl) ? "control characters left out" : nil
  }

  /// A fast look at the bytes: most texts need nothing.
  private static func needsCleaning(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.count > limit
        || bytes.contains { byte in
          switch byte {
          case 0x09, 0x0A: false
          case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2: true
          default: false
          }
        }
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
