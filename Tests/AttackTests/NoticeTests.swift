import Attack
import Testing

struct NoticeTests {
  @Test func `its place is fit to be shown`() {
    #expect(Notice(.missingID, at: "a\u{1B}[2J\u{202E}b").place == "a[2Jb")
  }
}
