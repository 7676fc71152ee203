package import Foundation

/// Where a text stops being JSON, and what stands there.
package struct JSONError: Error, Equatable {
  /// From 1.
  package let line: Int
  /// In bytes, from 1.
  package let column: Int
  /// What is there: `the text ends`, or the byte that fits nothing.
  package let found: String

  /// The first place at which `data` breaks the grammar of RFC 8259.
  ///
  /// - Returns: `nil` when all of it is JSON.
  package init?(in data: Data) {
    let bytes = [UInt8](data)
    var scanner = JSONScanner(bytes)
    guard let offset = scanner.firstFault() else { return nil }
    (line, column) = bytes.place(of: offset)
    if offset == bytes.count {
      found = "the text ends"
    } else if (0x21..<0x7F).contains(bytes[offset]) {
      found = "`\(Character(UnicodeScalar(bytes[offset])))`"
    } else {
      found = "byte 0x" + String(bytes[offset], radix: 16)
    }
  }
}

extension [UInt8] {
  /// The line and the column of a byte, both from 1, the column in bytes.
  func place(of offset: Int) -> (line: Int, column: Int) {
    let before = self[..<offset]
    return (1 + before.count { $0 == 0x0A }, offset - (before.lastIndex(of: 0x0A) ?? -1))
  }
}

/// Walks a JSON text without building anything, and stops at the first byte that does not fit.
private struct JSONScanner {
  private let bytes: [UInt8]
  private var at = 0
  /// The open brackets: `{` or `[`.
  private var open: [UInt8] = []

  /// As deep as Foundation's decoder goes.
  private static let deepest = 512

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// The offset of the first fault; `nil` where there is none.
  mutating func firstFault() -> Int? {
    repeat {
      guard value() else { return at }
      while let bracket = open.last, closes(bracket) {}
      if let bracket = open.last, !separator(in: bracket) { return at }
    } while !open.isEmpty
    skipBlanks()
    return at == bytes.count ? nil : at
  }

  /// Steps over one value, or into an array or object that is not empty.
  private mutating func value() -> Bool {
    while true {
      skipBlanks()
      guard let byte = next else { return false }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < Self.deepest else { return false }
        at += 1
        open.append(byte)
        if closes(byte) { return true }
        if byte == UInt8(ascii: "{"), !key() { return false }
      case UInt8(ascii: "\""): return string()
      case UInt8(ascii: "t"): return word("true")
      case UInt8(ascii: "f"): return word("false")
      case UInt8(ascii: "n"): return word("null")
      default: return number()
      }
    }
  }

  private mutating func closes(_ bracket: UInt8) -> Bool {
    skipBlanks()
    guard next == bracket + 2 else { return false }
    at += 1
    open.removeLast()
    return true
  }

  private mutating func separator(in bracket: UInt8) -> Bool {
    take(",") && (bracket == UInt8(ascii: "[") || key())
  }

  private mutating func key() -> Bool {
    skipBlanks()
    return next == UInt8(ascii: "\"") && string() && take(":")
  }

  private mutating func string() -> Bool {
    at += 1
    while let byte = next {
      if byte == UInt8(ascii: "\"") {
        at += 1
        return true
      }
      guard byte >= 0x20 else { return false }
      at += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    at = bytes.count
    return false
  }

  private mutating func number() -> Bool {
    let start = at
    let parts = Set("+-.eE0123456789".utf8)
    while let byte = next, parts.contains(byte) { at += 1 }
    return at > start
  }

  private mutating func word(_ word: String) -> Bool {
    for letter in word.utf8 {
      guard next == letter else { return false }
      at += 1
    }
    return true
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard next == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { at += 1 }
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }
}
