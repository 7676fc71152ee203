/// Which days there are, and how far apart.
package enum GregorianCalendar {
  /// The days of a month, which is one of 1 to 12.
  package static func days(of month: Int, _ year: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Whether a day, `2017-06-01` as numbers, is in the calendar.
  package static func has(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    (1...12).contains(month) && day >= 1 && day <= days(of: month, year)
  }

  /// Days from a fixed one on.
  package static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // The year is taken to begin in March, so that the leap day is its last.
    let shifted = (month + 9) % 12
    let years = month < 3 ? year - 1 : year
    return 365 * years + years / 4 - years / 100 + years / 400 + (153 * shifted + 2) / 5 + day
  }
}
