import Testing
import Text

struct GregorianCalendarTests {
  @Test func `a day has the number after that of the day before, over four centuries`() {
    var last: Int?
    for year in 1900...2300 {
      for month in 1...12 {
        for day in 1...GregorianCalendar.days(of: month, year) {
          let number = GregorianCalendar.dayNumber(year, month, day)
          if let last { #expect(number == last + 1) }
          last = number
        }
      }
    }
  }

  @Test func `days of leap years and of no calendar are told apart`() {
    #expect(GregorianCalendar.has(2024, 2, 29) && !GregorianCalendar.has(2023, 2, 29))
    #expect(GregorianCalendar.has(2000, 2, 29) && !GregorianCalendar.has(1900, 2, 29))
    #expect(!GregorianCalendar.has(2024, 13, 1) && !GregorianCalendar.has(2024, 4, 31))
  }
}
