import Text

/// A date as people and programs write it in tables and exports.
enum DateText {
  /// Reads `2026-03-14` with or without a time, `2026/03/14`, `14.03.2026`, `14/03/2026`, `2026-03`, `2026`; of
  /// `03/14/2026` the order where only one is possible.
  ///
  /// - Returns: `nil` for all else, and for what can be read in two ways.
  static func date(_ text: String) -> PartialDate? {
    let day = text.trimmed.prefix { $0 != "T" && $0 != " " && $0 != "t" }
    let parts = day.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    let numbers = parts.compactMap { number($0) }
    guard numbers.count == parts.count, let first = parts.first else { return nil }
    if first.utf8.count == 4 { return date(numbers) }
    guard numbers.count == 3, parts[2].utf8.count == 4 else { return nil }
    let (one, two, year) = (numbers[0], numbers[1], numbers[2])
    if day.contains(".") || one == two || one > 12 { return date([year, two, one]) }
    return two > 12 ? date([year, one, two]) : nil
  }

  private static func date(_ numbers: [Int]) -> PartialDate? {
    guard (1970...2999).contains(numbers[0]) else { return nil }
    switch numbers.count {
    case 1: return PartialDate(year: numbers[0])
    case 2 where (1...12).contains(numbers[1]):
      return PartialDate(year: numbers[0], month: numbers[1])
    case 3 where GregorianCalendar.has(numbers[0], numbers[1], numbers[2]):
      return PartialDate(year: numbers[0], month: numbers[1], day: numbers[2])
    default: return nil
    }
  }

  private static func number(_ text: Substring) -> Int? {
    (1...4).contains(text.utf8.count) && text.utf8.allSatisfy(\.isDigit) ? Int(text) : nil
  }
}
