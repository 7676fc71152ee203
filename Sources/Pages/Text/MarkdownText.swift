/// Plain text as Markdown that says just that.
package enum MarkdownText {
  /// Every sign that could mean something to Markdown gets a backslash; line breaks become blanks.
  package static func escape(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 8)
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" {
        escaped += " "
        continue
      }
      if special.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escapingStart(escaped)
  }

  /// A link; `text` is plain, `href` an address.
  package static func link(_ text: String, _ href: String) -> String {
    "[\(escape(text))](\(destination(href)))"
  }

  /// An address as a link's destination: what could end it is percent-encoded.
  package static func destination(_ href: String) -> String {
    var safe = ""
    for byte in href.utf8 {
      switch byte {
      case 0x21...0x7E where !unsafe.contains(byte):
        safe.unicodeScalars.append(UnicodeScalar(byte))
      default:
        safe += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return safe
  }

  private static let special: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "!",
  ]

  private static let unsafe = Set("<>()\\\"`|{}^".utf8)

  /// At the start of a line some signs begin a heading, a list or a rule.
  private static func escapingStart(_ text: String) -> String {
    guard let first = text.utf8.first else { return text }
    if Set("#+-=:".utf8).contains(first) { return "\\" + text }
    let digits = text.prefix { ("0"..."9").contains($0) }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, rest.hasPrefix(".") || rest.hasPrefix(")") else { return text }
    return digits + "\\" + rest
  }
}
