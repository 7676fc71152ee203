import Text

/// Finds what names and what links in our own HTML and SVG, in one pass over the bytes.
struct TagScanner {
  /// An id, an address, or what the root element holds for scripts: addresses and the way to the
  /// root.
  enum Kind { case anchor, link, data }

  /// Calls `found` with each value of an attribute that counts, as it is written.
  static func scan(_ bytes: Span<UInt8>, _ found: (Kind, Range<Int>) -> Void) {
    var scanner = TagScanner()
    while scanner.skip(past: UInt8(ascii: "<"), in: bytes) {
      scanner.readMarkup(in: bytes, found)
    }
  }

  private var at = 0
}

extension TagScanner {
  private mutating func readMarkup(in bytes: Span<UInt8>, _ found: (Kind, Range<Int>) -> Void) {
    if starts(with: "!--", in: bytes) {
      skip(past: "-->", in: bytes)
    } else if starts(with: "![CDATA[", in: bytes) {
      skip(past: "]]>", in: bytes)
    } else if at < bytes.count, Self.isLetter(bytes[at]) {
      readTag(in: bytes, found)
    }
  }

  private mutating func readTag(in bytes: Span<UInt8>, _ found: (Kind, Range<Int>) -> Void) {
    let tag = readName(in: bytes)
    while skipToAttribute(in: bytes) {
      let name = readName(in: bytes)
      let value = readValue(in: bytes)
      switch name {
      case Word.id: found(.anchor, value)
      case Word.name where tag == Word.a: found(.anchor, value)
      case Word.href, Word.src: found(.link, value)
      case _ where tag == Word.html && name != Word.lang: found(.data, value)
      case Word.content where tag == Word.meta:
        if let target = Self.target(ofRefresh: value, in: bytes) { found(.link, target) }
      default: break
      }
    }
    if tag == Word.script { skip(past: "</script", in: bytes) }
    if tag == Word.style { skip(past: "</style", in: bytes) }
  }

  /// The address in `0; url=T1059.html`; nothing for any other content.
  private static func target(
    ofRefresh content: Range<Int>, in bytes: Span<UInt8>
  ) -> Range<Int>? {
    var scanner = TagScanner()
    scanner.at = content.lowerBound
    while scanner.at < content.upperBound, isDigit(bytes[scanner.at]) { scanner.at += 1 }
    guard scanner.at > content.lowerBound, scanner.at < content.upperBound,
      bytes[scanner.at] == UInt8(ascii: ";")
    else { return nil }
    scanner.at += 1
    scanner.skipSpaces(in: bytes)
    guard scanner.starts(with: "url=", in: bytes), scanner.at + 4 <= content.upperBound
    else { return nil }
    return scanner.at + 4..<content.upperBound
  }

  /// - Returns: false at the end of the tag.
  private mutating func skipToAttribute(in bytes: Span<UInt8>) -> Bool {
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: ">") {
        at += 1
        return false
      }
      if !Self.isSpace(bytes[at]), bytes[at] != UInt8(ascii: "/") { return true }
      at += 1
    }
    return false
  }

  /// The name as one number, in lower case; of a long name the end, which equals no `Word`.
  private mutating func readName(in bytes: Span<UInt8>) -> UInt64 {
    let start = at
    var word: UInt64 = 0
    while at < bytes.count, !Self.endsName(bytes[at]) {
      word = word << 8 | UInt64(bytes[at] | 0x20)
      at += 1
    }
    if at == start { at += 1 }
    return word
  }

  private mutating func readValue(in bytes: Span<UInt8>) -> Range<Int> {
    skipSpaces(in: bytes)
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return at..<at }
    at += 1
    skipSpaces(in: bytes)
    guard at < bytes.count else { return at..<at }
    let quote = bytes[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      at += 1
      let start = at
      let isClosed = skip(past: quote, in: bytes)
      return start..<(isClosed ? at - 1 : at)
    }
    let start = at
    while at < bytes.count, !Self.isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
    return start..<at
  }
}

extension TagScanner {
  /// The names that count, as `readName` packs them: constants cost no call.
  private enum Word {
    static let a: UInt64 = 0x61
    static let content: UInt64 = 0x63_6f6e_7465_6e74
    static let href: UInt64 = 0x6872_6566
    static let html: UInt64 = 0x6874_6d6c
    static let id: UInt64 = 0x6964
    static let lang: UInt64 = 0x6c61_6e67
    static let meta: UInt64 = 0x6d65_7461
    static let name: UInt64 = 0x6e61_6d65
    static let script: UInt64 = 0x7363_7269_7074
    static let src: UInt64 = 0x73_7263
    static let style: UInt64 = 0x73_7479_6c65
  }

  private mutating func skipSpaces(in bytes: Span<UInt8>) {
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
  }

  @discardableResult
  private mutating func skip(past byte: UInt8, in bytes: Span<UInt8>) -> Bool {
    let next = bytes.withUnsafeBufferPointer { [at] in $0.firstIndex(of: byte, from: at) }
    at = min(bytes.count, next + 1)
    return next < bytes.count
  }

  private mutating func skip(past text: StaticString, in bytes: Span<UInt8>) {
    while at < bytes.count, !starts(with: text, in: bytes) { at += 1 }
    at = min(bytes.count, at + text.utf8CodeUnitCount)
  }

  private func starts(with text: StaticString, in bytes: Span<UInt8>) -> Bool {
    guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { text in
      text.indices.allSatisfy { bytes[at + $0] == text[$0] }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "/")
  }
}
