// The unsafe part of reading text: eight bytes are looked at as one word.

extension UnsafeBufferPointer<UInt8> {
  /// The first index from `start` on whose byte wants a closer look; `count` where none does.
  ///
  /// Plain is what is printable ASCII, but for the quotation mark and the backslash: it needs no
  /// decoding in JSON, and no cleaning.
  @inline(__always)
  func endOfPlainText(from start: Int) -> Int {
    var at = start
    while at &+ 8 <= count {
      let word = word(at)
      // In each byte the highest bit. A borrow or a carry starts in a byte that is marked itself,
      // so that the lowest mark is right.
      let marks =
        (word | (word &+ Self.ones) | (word &- Self.ones &* 0x20)
          | ((word ^ (Self.ones &* 0x22)) &- Self.ones)
          | ((word ^ (Self.ones &* 0x5C)) &- Self.ones)) & (Self.ones &* 0x80)
      if marks != 0 { return at &+ marks.trailingZeroBitCount / 8 }
      at &+= 8
    }
    while at < count, Self.isPlain(self[at]) { at &+= 1 }
    return at
  }

  /// The first index from `start` on whose byte is no space; `count` where all are.
  @inline(__always)
  func endOfSpaces(from start: Int) -> Int {
    var at = start
    while at &+ 8 <= count {
      let others = word(at) ^ (Self.ones &* 0x20)
      if others != 0 { return at &+ others.trailingZeroBitCount / 8 }
      at &+= 8
    }
    while at < count, self[at] == 0x20 { at &+= 1 }
    return at
  }

  /// The first index from `start` on whose byte stands for itself in no markup: one of `&<>"'`;
  /// `count` where all do.
  @inline(__always)
  func endOfMarkupText(from start: Int) -> Int {
    var at = start
    while at &+ 8 <= count {
      let word = word(at)
      let marks =
        (Self.zeros(word, 0x26) | Self.zeros(word, 0x27) | Self.zeros(word, 0x22)
          | Self.zeros(word, 0x3C) | Self.zeros(word, 0x3E)) & (Self.ones &* 0x80)
      if marks != 0 { return at &+ marks.trailingZeroBitCount / 8 }
      at &+= 8
    }
    while at < count, Self.isMarkupText(self[at]) { at &+= 1 }
    return at
  }

  /// The first index from `start` on of a byte; `count` where there is none.
  package func firstIndex(of byte: UInt8, from start: Int) -> Int {
    let wanted = UInt64(byte)
    var at = start
    while at &+ 8 <= count {
      let marks = Self.zeros(word(at), wanted) & (Self.ones &* 0x80)
      if marks != 0 { return at &+ marks.trailingZeroBitCount / 8 }
      at &+= 8
    }
    while at < count, self[at] != byte { at &+= 1 }
    return at
  }

  /// Whether both hold the same bytes.
  package func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var at = 0
    while at &+ 8 <= count {
      if word(at) != other.word(at) { return false }
      at &+= 8
    }
    while at < count {
      if self[at] != other[at] { return false }
      at &+= 1
    }
    return true
  }

  /// The eight bytes from `start` on, the first in the lowest bits.
  @inline(__always)
  private func word(_ start: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(
        fromByteOffset: start, as: UInt64.self))
  }

  /// The highest bit of each byte that is `byte`; the lowest such mark is right, as above.
  @inline(__always)
  private static func zeros(_ word: UInt64, _ byte: UInt64) -> UInt64 {
    let others = word ^ (ones &* byte)
    return (others &- ones) & ~others
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }

  private static func isMarkupText(_ byte: UInt8) -> Bool {
    byte != 0x26 && byte != 0x27 && byte != 0x22 && byte != 0x3C && byte != 0x3E
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != 0x22 && byte != 0x5C
  }
}
