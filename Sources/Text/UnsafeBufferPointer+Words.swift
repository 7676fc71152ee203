// The unsafe part of reading text: eight bytes are looked at as one word.

extension UnsafeBufferPointer<UInt8> {
  /// The first index from `start` on whose byte wants a closer look; `count` where none does.
  ///
  /// Plain is what is printable ASCII, but for the quotation mark and the backslash: it needs no
  /// decoding in JSON, and no cleaning.
  @inline(__always)
  func endOfPlainText(from start: Int) -> Int {
    first(from: start) { word in
      // In each byte the highest bit. A borrow or a carry starts in a byte that is marked itself,
      // so that the lowest mark is right.
      (word | (word &+ Self.ones) | (word &- Self.ones &* 0x20)
        | ((word ^ (Self.ones &* 0x22)) &- Self.ones)
        | ((word ^ (Self.ones &* 0x5C)) &- Self.ones)) & Self.highBits
    } isMeant: {
      !Self.isPlain($0)
    }
  }

  /// The first index from `start` on whose byte is no space; `count` where all are.
  @inline(__always)
  func endOfSpaces(from start: Int) -> Int {
    first(from: start) {
      $0 ^ (Self.ones &* 0x20)
    } isMeant: {
      $0 != 0x20
    }
  }

  /// The first index from `start` on whose byte is not of ASCII; `count` where all are.
  func endOfASCII(from start: Int) -> Int {
    first(from: start) {
      $0 & Self.highBits
    } isMeant: {
      $0 >= 0x80
    }
  }

  /// The first index from `start` on whose byte does not stand for itself in markup: one of `&<>"'`;
  /// `count` where all do.
  @inline(__always)
  func endOfMarkupText(from start: Int) -> Int {
    first(from: start) { word in
      (Self.zeros(word, 0x26) | Self.zeros(word, 0x27) | Self.zeros(word, 0x22)
        | Self.zeros(word, 0x3C) | Self.zeros(word, 0x3E)) & Self.highBits
    } isMeant: {
      $0 == 0x26 || $0 == 0x27 || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E
    }
  }

  /// The first index from `start` on of a byte; `count` where there is none.
  package func firstIndex(of byte: UInt8, from start: Int) -> Int {
    let wanted = UInt64(byte)
    return first(from: start) {
      Self.zeros($0, wanted) & Self.highBits
    } isMeant: {
      $0 == byte
    }
  }

  /// Finds the next byte that is meant.
  ///
  /// - Parameters:
  ///   - start: where the search begins.
  ///   - marks: of a word; the lowest bit that is set is in the first byte that is meant, and none is
  ///     set where there is no such byte.
  ///   - isMeant: the same of one byte, for the last ones, which fill no word.
  /// - Returns: its index; `count` where there is none.
  @inline(__always)
  private func first(
    from start: Int, marks: (UInt64) -> UInt64, isMeant: (UInt8) -> Bool
  ) -> Int {
    var at = start
    while at &+ 8 <= count {
      let marks = marks(word(at))
      if marks != 0 { return at &+ marks.trailingZeroBitCount / 8 }
      at &+= 8
    }
    while at < count, !isMeant(self[at]) { at &+= 1 }
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

  /// A hash of all bytes, which nobody can foresee who does not know the seed.
  ///
  /// What was taken in so far and the next word are multiplied by a number that the seed gives; the
  /// two halves of the product are folded into one.
  package func hash(seed: UInt64) -> UInt64 {
    let factor = (seed ^ Self.goldenRatio) | 1
    var hash = Self.folded(UInt64(count) ^ seed, factor)
    var at = 0
    while at &+ 8 <= count {
      hash = Self.folded(hash ^ word(at), factor)
      at &+= 8
    }
    var last: UInt64 = 0
    while at < count {
      last = last << 8 | UInt64(self[at])
      at &+= 1
    }
    return Self.folded(hash ^ last, factor)
  }

  /// The two halves of a product, as one word.
  @inline(__always)
  private static func folded(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
  }

  /// The bits of its fraction, which spread low bits upwards.
  private static var goldenRatio: UInt64 { 0x9E37_79B9_7F4A_7C15 }

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
  private static var highBits: UInt64 { ones &* 0x80 }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != 0x22 && byte != 0x5C
  }
}
