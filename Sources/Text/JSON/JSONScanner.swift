/// Walks a JSON text, builds nothing, and stops at the first byte that does not fit.
///
/// The grammar is that of RFC 8259 with its advice on UTF-8 and surrogate pairs. The scanner and
/// the values that it finds look into memory that they do not own: they must not escape the closure
/// that lends it.
package struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The offset of the next byte.
  package private(set) var at = 0
  /// How many brackets are open.
  package private(set) var depth = 0

  /// The offset of the first byte that breaks the grammar.
  package struct Fault: Error {
    package let offset: Int
  }

  /// As deep as Foundation's decoder goes.
  private static let deepest = 512

  /// Begins at the first byte, after a byte order mark if there is one.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// Begins within a text, at the start of a value that is inside that many brackets.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, depth: Int) {
    self.bytes = bytes
    self.depth = depth
    at = offset
  }
}

extension JSONScanner {
  /// The next byte that is no blank; 0 at the end.
  package mutating func peek() -> UInt8 {
    skipBlanks()
    return next
  }

  /// Steps over one value, whatever it holds.
  package mutating func value() throws(Fault) -> JSONValue {
    let kind: JSONValue.Kind
    let first = peek()
    let start = at
    switch first {
    case UInt8(ascii: "\""): kind = try string() ? .escapedText : .text
    case UInt8(ascii: "{"): kind = try object()
    case UInt8(ascii: "["): kind = try array()
    case UInt8(ascii: "t"): kind = try word("true", .true)
    case UInt8(ascii: "f"): kind = try word("false", .false)
    case UInt8(ascii: "n"): kind = try word("null", .null)
    default: kind = try number()
    }
    return JSONValue(kind, UnsafeBufferPointer(rebasing: bytes[start..<at]))
  }

  /// Steps behind an opening bracket, which must come next.
  package mutating func enter(_ bracket: UInt8) throws(Fault) {
    guard peek() == bracket, depth < Self.deepest else { throw fault }
    at += 1
    depth += 1
  }

  /// Whether an element or a member follows; if so steps over the comma before it, else over the
  /// closing bracket.
  package mutating func hasNext(before closing: UInt8) throws(Fault) -> Bool {
    // No value ends with an opening bracket, and it is two before its closing one in ASCII.
    let isFirst = bytes[at - 1] == closing - 2
    skipBlanks()
    if next == closing {
      at += 1
      depth -= 1
      return false
    }
    if !isFirst { try take(UInt8(ascii: ",")) }
    return true
  }

  /// Steps over a member's key and the colon behind it.
  package mutating func key() throws(Fault) -> JSONValue {
    guard peek() == UInt8(ascii: "\"") else { throw fault }
    let start = at
    let isEscaped = try string()
    let key = JSONValue(
      isEscaped ? .escapedText : .text, UnsafeBufferPointer(rebasing: bytes[start..<at]))
    skipBlanks()
    try take(UInt8(ascii: ":"))
    return key
  }

  /// Goes on behind an array that was entered, and whose end another scanner has found.
  package mutating func leave(at end: Int) {
    at = end
    depth -= 1
  }

  /// Only blanks may follow.
  package mutating func end() throws(Fault) {
    skipBlanks()
    guard at == bytes.count else { throw fault }
  }
}

extension JSONScanner {
  /// The byte at `at` does not fit.
  private var fault: Fault { Fault(offset: min(at, bytes.count)) }

  private var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

  private mutating func take(_ byte: UInt8) throws(Fault) {
    guard next == byte else { throw fault }
    at += 1
  }

  private mutating func skipBlanks() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20: at = bytes.endOfSpaces(from: at)
      case 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  private mutating func object() throws(Fault) -> JSONValue.Kind {
    try enter(UInt8(ascii: "{"))
    while try hasNext(before: UInt8(ascii: "}")) {
      _ = try key()
      _ = try value()
    }
    return .object
  }

  private mutating func array() throws(Fault) -> JSONValue.Kind {
    try enter(UInt8(ascii: "["))
    while try hasNext(before: UInt8(ascii: "]")) { _ = try value() }
    return .array
  }

  private mutating func word(
    _ word: StaticString, _ kind: JSONValue.Kind
  ) throws(Fault) -> JSONValue.Kind {
    for index in 0..<word.utf8CodeUnitCount { try take(word.utf8Start[index]) }
    return kind
  }

  /// `-`, then 0 or digits that do not begin with it, then a fraction and an exponent.
  private mutating func number() throws(Fault) -> JSONValue.Kind {
    if next == UInt8(ascii: "-") { at += 1 }
    if next == UInt8(ascii: "0") { at += 1 } else { try digits() }
    if next == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      at += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    return .number
  }

  private mutating func digits() throws(Fault) {
    guard next.isDigit else { throw fault }
    while next.isDigit { at += 1 }
  }
}

extension JSONScanner {
  /// Steps over a string.
  ///
  /// - Returns: whether there are escapes in it.
  private mutating func string() throws(Fault) -> Bool {
    at += 1
    var isEscaped = false
    while true {
      at = bytes.endOfPlainText(from: at)
      switch next {
      case UInt8(ascii: "\""):
        at += 1
        return isEscaped
      case UInt8(ascii: "\\"):
        try escape()
        isEscaped = true
      case 0x80...: try scalar()
      case 0x7F: at += 1
      default: throw fault
      }
    }
  }

  private mutating func escape() throws(Fault) {
    let start = at
    at += 1
    switch next {
    case UInt8(ascii: "u"):
      let unit = try codeUnit()
      guard (0xD800..<0xE000).contains(unit) else { return }
      guard unit < 0xDC00, next == UInt8(ascii: "\\") else { throw Fault(offset: start) }
      at += 1
      guard next == UInt8(ascii: "u"), (0xDC00..<0xE000).contains(try codeUnit()) else {
        throw Fault(offset: start)
      }
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 1
    default: throw fault
    }
  }

  /// Steps over the `u` and the four digits of an escape.
  private mutating func codeUnit() throws(Fault) -> UInt16 {
    at += 1
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = next.hexadecimal else { throw fault }
      unit = unit << 4 | UInt16(digit)
      at += 1
    }
    return unit
  }

  /// Steps over a character of two to four bytes.
  private mutating func scalar() throws(Fault) {
    guard let length = bytes.lengthOfScalar(at: at) else { throw fault }
    at += length
  }
}
