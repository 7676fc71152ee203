import Attack
import Testing

struct TimestampTests {
  @Test func `times are compared as times, however exactly they are written`() {
    let times = [
      "2017-06-01T00:00:00Z", "2017-06-01T00:00:00.000Z", "2017-06-01T00:00:00.5Z",
      "2017-06-01T00:00:00.501Z", "2017-06-01T00:00:10Z", "2017-06-01T00:00:10.000000Z",
    ].map(Timestamp.init)
    #expect(times == times.sorted())
    #expect(times[0] == times[1] && times[1] < times[2] && times[4] == times[5])
  }

  @Test(arguments: ["", "soon", "<script>", "9999", "20170601T000000Z", "2017-6-1", "zzzz-zz-zz"])
  func `what does not begin as a date is unknown, and before all others`(text: String) {
    #expect(Timestamp(text) == .unknown && Timestamp(text).day == nil)
    #expect(Timestamp(text) < Timestamp("0001-01-01T00:00:00Z"))
  }

  @Test func `its day, month and year are those of its date`() {
    let time = Timestamp("2025-11-13T14:00:00.188Z")
    #expect(time.day == "2025-11-13" && time.month == "2025-11" && time.year == 2025)
    #expect(Timestamp("2025-11-13").day == "2025-11-13")
  }

  @Test func `each byte counts, down to nanoseconds`() {
    let whole = "2025-11-13T14:00:00.123456789"
    for length in 10...whole.utf8.count {
      let start = String(whole.prefix(length))
      let (low, high) = (Timestamp(start + "1Z"), Timestamp(start + "2Z"))
      #expect(low < high && low != high && Timestamp(start) < low, "\(start)")
    }
  }
}
