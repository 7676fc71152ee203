/// Where a text stops being JSON, and what is there.
package struct JSONError: Error, Equatable {
  /// From 1.
  package let line: Int
  /// In bytes, from 1.
  package let column: Int
  /// What is there: `the text ends`, or the byte that fits nothing.
  package let found: String

  /// The first position at which `bytes` break the grammar of RFC 8259.
  ///
  /// - Returns: `nil` when all of it is JSON.
  package init?(in bytes: [UInt8]) {
    guard let offset = bytes.withUnsafeBufferPointer(Self.firstFault) else { return nil }
    (line, column) = bytes.lineAndColumn(of: offset)
    if offset == bytes.count {
      found = "the text ends"
    } else if (0x21..<0x7F).contains(bytes[offset]) {
      found = "`\(Character(UnicodeScalar(bytes[offset])))`"
    } else {
      found = "byte 0x" + String(bytes[offset], radix: 16)
    }
  }

  private static func firstFault(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var scanner = JSONScanner(bytes)
    do throws(JSONScanner.Fault) {
      _ = try scanner.value()
      try scanner.end()
      return nil
    } catch {
      return error.offset
    }
  }
}

extension [UInt8] {
  /// The line and the column of a byte, both from 1, the column in bytes.
  func lineAndColumn(of offset: Int) -> (line: Int, column: Int) {
    let before = self[..<offset]
    return (1 + before.count { $0 == 0x0A }, offset - (before.lastIndex(of: 0x0A) ?? -1))
  }
}
