import Text

/// A point in time as STIX writes it, `2017-06-01T00:00:00.000Z`; compared as time.
package struct Timestamp: Hashable, Sendable {
  /// The date, `2017-06-01`; `nil` if it is unknown.
  package var day: String? { self == .unknown ? nil : String(text.prefix(10)) }
  /// The month, `2017-06`; `nil` if it is unknown.
  package var month: String? { day.map { String($0.prefix(7)) } }
  /// Before it there were no computers to attack.
  static let firstYear = 1970
  /// The year; `nil` if it is unknown.
  package var year: Int? { self == .unknown ? nil : Int(text.prefix(4)) }
  private let text: String

  /// Before all others.
  package static let unknown = Timestamp("")

  /// Reads the time without zeros at the end of a second's fraction: `…00Z` equals `…00.000Z`.
  ///
  /// What does not begin with a day of the calendar is unknown.
  package init(_ text: String) {
    let length = Self.length(of: text.utf8.span)
    self.text = length == 0 ? "" : TextCleaner.clean(String(Substring(text.utf8.prefix(length))))
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
  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.text < right.text }
}
