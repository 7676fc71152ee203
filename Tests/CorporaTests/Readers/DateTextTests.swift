import Corpora
import Testing

struct DateTextTests {
  @Test(
    arguments: [
      ("2026-03-14", "2026-03-14"), ("2026-03-14T09:00:00.000Z", "2026-03-14"),
      ("2026-03-14 09:00", "2026-03-14"), ("2026/03/14", "2026-03-14"),
      ("14.03.2026", "2026-03-14"),
      ("4.3.2026", "2026-03-04"), ("14/03/2026", "2026-03-14"), ("03/14/2026", "2026-03-14"),
      ("03/03/2026", "2026-03-03"), ("2026-03", "2026-03"), ("2026", "2026"),
      (" 2026-3-4 ", "2026-03-04"),
      ("2024-02-29", "2024-02-29"), ("03/04/2026", nil), ("2025-02-29", nil), ("2026-13", nil),
      ("2026-00-01", nil), ("1969-01-01", nil), ("3000", nil), ("14.03.26", nil), ("soon", nil),
      ("2026-03-14-15", nil), ("2026--14", nil), ("-2026", nil), ("２０２６", nil),
      ("14.03.20260", nil),
      ("99999999999999999999", nil), ("-", nil), ("T", nil),
    ] as [(String, String?)])
  func `a day, a month or a year is read as it is usually written`(text: String, date: String?)
    throws
  {
    let read = try Reading("technique;date\nT1047;\(text)\n")
    #expect(read.reports[0].details.date?.description == date)
    #expect(read.remarks.isEmpty == (date != nil))
  }
}
