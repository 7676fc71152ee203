/// Which days there are.
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
}
