import Text

/// A point in time of a log, compared as time, whatever its zone.
struct Moment: Hashable {
  private let seconds: Int
  /// Of a second, its billionths.
  private let fraction: Int

  /// Reads a day and a time, `2024-05-03T10:00:00.25Z`, with seconds or without; with no zone it is UTC.
  ///
  /// - Returns: `nil` for all else, and for a day alone.
  init?(_ text: String) {
    let parts = text.trimmed.split(maxSplits: 1) { $0 == "T" || $0 == "t" || $0 == " " }
    guard parts.count == 2, let date = DateText.date(String(parts[0])), let month = date.month,
      let day = date.day
    else { return nil }
    let clock = parts[1].prefix { $0.isASCII && ($0.isNumber || $0 == ":" || $0 == ".") }
    guard let (time, fraction) = Self.time(clock),
      let zone = Self.zone(parts[1][clock.endIndex...].trimmed)
    else { return nil }
    seconds = GregorianCalendar.dayNumber(date.year, month, day) * 86_400 + time - zone
    self.fraction = fraction
  }

  /// The seconds of `10:00:00.25`, and its billionths.
  private static func time(_ text: Substring) -> (seconds: Int, fraction: Int)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let last = (parts.count == 3 ? parts[2] : "0").split(separator: ".", maxSplits: 1)
    guard (2...3).contains(parts.count), (1...2).contains(last.count),
      let hour = number(parts[0], below: 24), let minute = number(parts[1], below: 60),
      let second = number(last[0], below: 61)
    else { return nil }
    let digits = last.count == 2 ? last[1].prefix(9) : "0"
    guard let fraction = Int(digits + String(repeating: "0", count: 9 - digits.utf8.count))
    else { return nil }
    return (hour * 3600 + minute * 60 + second, fraction)
  }

  /// The seconds that a zone is ahead of UTC: `Z`, `UTC`, `+01:00`, `+0100` or `+01`.
  private static func zone(_ text: String) -> Int? {
    if ["", "Z", "z", "UTC"].contains(text) { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.utf8.count == 2 || digits.utf8.count == 4,
      let hours = number(digits.prefix(2), below: 24),
      let minutes = number(digits.utf8.count == 4 ? digits.suffix(2) : "0", below: 60)
    else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  private static func number(_ text: Substring, below limit: Int) -> Int? {
    guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy(\.isDigit),
      let number = Int(text), number < limit
    else { return nil }
    return number
  }
}

extension Moment: Comparable {
  static func < (left: Moment, right: Moment) -> Bool {
    (left.seconds, left.fraction) < (right.seconds, right.fraction)
  }
}
