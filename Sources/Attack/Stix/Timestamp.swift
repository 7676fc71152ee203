import Text

/// A point in time as STIX writes it, `2017-06-01T00:00:00.000Z`; compared as time.
package struct Timestamp: Hashable, Sendable {
  /// The date, `2017-06-01`; `nil` if it is unknown.
  package var day: String? { self == .unknown ? nil : text(of: 0..<Self.dayLength) }
  /// The month, `2017-06`; `nil` if it is unknown.
  package var month: String? { self == .unknown ? nil : text(of: 0..<7) }
  /// Before it there were no computers to attack.
  static let firstYear = 1970
  /// The year; `nil` if it is unknown.
  package var year: Int? { self == .unknown ? nil : Int(text(of: 0..<4)) }
  /// Its bytes, zeros behind them; each word has its first byte in the highest bits, so that words are
  /// in the order of texts.
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// Before all others.
  package static let unknown = Timestamp("")

  /// Reads the time without zeros at the end of a second's fraction: `…00Z` equals `…00.000Z`.
  ///
  /// What does not begin with a day of the calendar is unknown. What is finer than nanoseconds does
  /// not count.
  package init(_ text: String) { self.init(text.utf8.span) }

  /// The same of the bytes of a text.
  init(_ text: borrowing Span<UInt8>) {
    let length = min(Self.length(of: text), Self.mostBytes)
    words = (
      Self.word(text, 0, length), Self.word(text, 8, length), Self.word(text, 16, length),
      Self.word(text, 24, length)
    )
  }

  /// `2017-06-01T00:00:00.123456789` has 29.
  private static let mostBytes = 32

  private static func word(
    _ text: borrowing Span<UInt8>, _ start: Int, _ length: Int
  ) -> UInt64 {
    var word: UInt64 = 0
    for position in start..<(start + 8) {
      word = word << 8 | (position < length ? UInt64(text[position]) : 0)
    }
    return word
  }

  /// The text of some of its first sixteen bytes.
  private func text(of positions: Range<Int>) -> String {
    let bytes = positions.map { position in
      let word = position < 8 ? words.0 : words.1
      return UInt8(truncatingIfNeeded: word >> UInt64(56 - position % 8 * 8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How many bytes of a text say the time; 0 if it begins with no date.
  private static func length(of text: borrowing Span<UInt8>) -> Int {
    var end = 0
    var hasFraction = false
    while end < text.count, text[end] != UInt8(ascii: "Z") {
      if text[end] == UInt8(ascii: ".") { hasFraction = true }
      guard end >= dayLength || isOfDay(text[end], end) else { return 0 }
      end += 1
    }
    guard end >= dayLength, isInCalendar(text) else { return 0 }
    guard hasFraction else { return end }
    while text[end - 1] == UInt8(ascii: "0") { end -= 1 }
    return text[end - 1] == UInt8(ascii: ".") ? end - 1 : end
  }

  /// Of `0000-00-00`.
  private static let dayLength = 10

  private static func isInCalendar(_ text: borrowing Span<UInt8>) -> Bool {
    var parts = (year: 0, month: 0, day: 0)
    for position in 0..<4 { parts.year = parts.year * 10 + digit(text[position]) }
    for position in 5..<7 { parts.month = parts.month * 10 + digit(text[position]) }
    for position in 8..<10 { parts.day = parts.day * 10 + digit(text[position]) }
    return GregorianCalendar.has(parts.year, parts.month, parts.day)
  }

  private static func digit(_ byte: UInt8) -> Int { Int(byte - UInt8(ascii: "0")) }

  private static func isOfDay(_ byte: UInt8, _ position: Int) -> Bool {
    position == 4 || position == 7 ? byte == UInt8(ascii: "-") : byte.isDigit
  }
}

extension Timestamp: Comparable {
  package static func == (left: Timestamp, right: Timestamp) -> Bool { left.words == right.words }

  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.words < right.words }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}
