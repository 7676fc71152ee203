import Corpora

/// A date as three characters (`PrintableNumber`): the years since 1959, the month, the day; 0 is
/// for what is not known.
enum DateText {
  static func text(of date: PartialDate?) -> String {
    guard let date, (firstYear + 1..<firstYear + PrintableNumber.count).contains(date.year)
    else { return [0, 0, 0].map(PrintableNumber.text).joined() }
    return [date.year - firstYear, date.month ?? 0, date.day ?? 0]
      .map(PrintableNumber.text).joined()
  }

  private static let firstYear = 1959
}
