/// Plain text escaped as Markdown.
package enum MarkdownText {
  /// Every character that could mean something to Markdown gets a backslash; line breaks become
  /// blanks.
  package static func escape(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      let start = bytes.firstIndex { $0 != UInt8(ascii: " ") && !isBreak($0) } ?? bytes.endIndex
      if start == 0, !bytes.contains(where: isSpecial), startSign(in: bytes[...]) == nil {
        return String(decoding: bytes, as: UTF8.self)
      }
      var escaped: [UInt8] = start == 0 ? [] : [UInt8(ascii: " ")]
      escaped.reserveCapacity(bytes.count + 8)
      append(bytes[start...], to: &escaped)
      return String(decoding: escaped, as: UTF8.self)
    }
  }

  /// A link; `text` is plain, `href` an address.
  package static func link(_ text: String, _ href: String) -> String {
    "[\(escape(text))](\(destination(href)))"
  }

  /// An address as a link's destination: what could end it is percent-encoded.
  package static func destination(_ href: String) -> String {
    let bytes = href.utf8
    // An ampersand may begin the name of a character only where a semicolon can end it.
    let hasNames = bytes.contains(UInt8(ascii: ";"))
    guard bytes.contains(where: { !isPlain($0) || hasNames }) else { return href }
    var safe: [UInt8] = []
    safe.reserveCapacity(bytes.count + 8)
    for byte in bytes {
      if hasNames, byte == UInt8(ascii: "&") { safe.append(UInt8(ascii: "\\")) }
      if isPlain(byte) { safe.append(byte) } else { safe += percent(byte) }
    }
    return String(decoding: safe, as: UTF8.self)
  }
}

extension MarkdownText {
  /// Adds `text`, which is plain and begins with no blank, to Markdown.
  static func append(_ text: Slice<UnsafeBufferPointer<UInt8>>, to markdown: inout [UInt8]) {
    let sign = startSign(in: text)
    for index in text.indices {
      let byte = text[index]
      if index == sign || isSpecial(byte) && !isBreak(byte) { markdown.append(UInt8(ascii: "\\")) }
      markdown.append(isBreak(byte) ? UInt8(ascii: " ") : byte)
    }
  }

  /// At the start of a line some characters begin a heading, a list, a table or a rule.
  private static func startSign(in text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let digits = text.prefix(while: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    guard digits.endIndex < text.endIndex else { return nil }
    let signs = digits.isEmpty ? "#+-=:" : ".)"
    return signs.utf8.contains(text[digits.endIndex]) ? digits.endIndex : nil
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "!"):
      true
    default: isBreak(byte)
    }
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "|"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "^"):
      false
    default: (0x21...0x7E).contains(byte)
    }
  }

  private static func percent(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
