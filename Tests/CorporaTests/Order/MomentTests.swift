@testable import Corpora
import Testing

struct MomentTests {
  @Test(arguments: [
    "2024-05-03T10:00:00Z", "2024-05-03 10:00", "2024-05-03T10:00:00.000Z", "3.05.2024 10:00:00",
    "2024-05-03T12:00:00+02:00", "2024-05-03T12:00:00+0200", "2024-05-03t12:00+02",
    "2024-05-02T23:30:00-10:30", "2024-05-04T00:00:00 +14:00", " 2024-05-03T10:00:00 UTC ",
  ])
  func `a time is the same however it is written`(text: String) {
    #expect(Moment(text) != nil && Moment(text) == Moment("2024-05-03T10:00:00z"))
  }

  @Test func `times are compared as time, over months, leap days and fractions`() {
    let texts = [
      "2023-12-31T23:59:60Z", "2024-01-01T00:00:00.1Z", "2024-01-01T00:00:00.25Z",
      "2024-02-28T23:59:59Z", "2024-02-29T00:00:00Z", "2024-03-01T01:30:00+02:00",
      "2024-03-01T00:00:00Z",
    ]
    let moments = texts.compactMap(Moment.init)
    #expect(moments.count == texts.count && moments.sorted() == moments)
    #expect(moments[3] < moments[4] && moments[5] < moments[6] && moments[4] < moments[5])
  }

  @Test(arguments: [
    "", "2024-05-03", "10:00", "2024-05-03T", "2024-05-03T10", "2024-05-03T25:00",
    "2024-05-03T10:60", "2024-05-03T10:00:61", "2024-05-03T10:00:00:00", "2024-02-30T10:00",
    "05/03/2024 10:00:00", "2024-05-03T10:00 CET", "2024-05-03T10:00+25:00",
    "2024-05-03T10:00:00.x", "2024-05-03T10:00+1", "2024-05-03T10:00:٣٠", "2024-05-03T10::00",
  ])
  func `what is no time is none`(text: String) {
    #expect(Moment(text) == nil)
  }
}
