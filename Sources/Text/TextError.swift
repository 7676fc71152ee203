/// Where bytes stop being text: no UTF-8, or in JSON half of a surrogate pair.
package struct TextError: Error, Equatable {
  /// From 1.
  package let line: Int
  /// In bytes, from 1.
  package let column: Int
  /// What is there: `byte 0xff, which is no UTF-8`.
  package let found: String

  /// The first such position; `nil` when all of it is text.
  ///
  /// - Parameters:
  ///   - bytes: of a file.
  ///   - hasEscapes: whether `\u` begins an escape, as in JSON, so that half of a pair is an error.
  package init?(in bytes: [UInt8], hasEscapes: Bool = true) {
    let broken = Self.firstBrokenByte(bytes)
    let half = hasEscapes ? Self.firstHalfPair(bytes) : nil
    guard let offset = [broken, half].compactMap(\.self).min() else { return nil }
    found =
      offset == broken
      ? "byte 0x\(String(bytes[offset], radix: 16)), which is no UTF-8"
      : "`\(String(decoding: bytes[offset..<(offset + 6)], as: UTF8.self))`, half of a surrogate pair"
    (line, column) = bytes.lineAndColumn(of: offset)
  }

  private static func firstBrokenByte(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { lent in
      var at = lent.endOfASCII(from: 0)
      while at < lent.count {
        guard let length = lent.lengthOfScalar(at: at) else { return at }
        at = lent.endOfASCII(from: at + length)
      }
      return nil
    }
  }

  /// The offset of a `\ud83d` without its `\udc00`, or the other way round.
  private static func firstHalfPair(_ bytes: [UInt8]) -> Int? {
    var at = 0
    while at + 1 < bytes.count {
      guard bytes[at] == UInt8(ascii: "\\") else {
        at += 1
        continue
      }
      switch unit(bytes, at) {
      case .some(0xD800..<0xDC00):
        guard let low = unit(bytes, at + 6), (0xDC00..<0xE000).contains(low) else { return at }
        at += 12
      case .some(0xDC00..<0xE000): return at
      case .some: at += 6
      case nil: at += 2
      }
    }
    return nil
  }

  /// The number of the `\u` escape that begins there.
  private static func unit(_ bytes: [UInt8], _ at: Int) -> UInt16? {
    guard at + 6 <= bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt16(String(decoding: bytes[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
  }
}
