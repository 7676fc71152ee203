// UTF-8 by its bytes, for what looks at every byte of a large text.

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes the character has that begins there, of two to four; `nil` where they are no UTF-8.
  ///
  /// Source: the Unicode standard, table 3-7.
  @inline(__always)
  func lengthOfScalar(at start: Int) -> Int? {
    let second: ClosedRange<UInt8>
    let length: Int
    switch self[start] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard count - start >= length, second.contains(self[start + 1]),
      length < 3 || self[start + 2] & 0xC0 == 0x80, length < 4 || self[start + 3] & 0xC0 == 0x80
    else { return nil }
    return length
  }
}
