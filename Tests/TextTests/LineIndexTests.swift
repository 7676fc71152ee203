import Testing
import Text

struct LineIndexTests {
  @Test(arguments: ["", "a", "\n", "a\nbc\n\nd", "\n\n\n", "a\r\nb\rc", "é\nabcdefghijk\nx"])
  func `each byte is at the line and column that counting gives`(text: String) {
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes)
    var (line, column) = (1, 1)
    for offset in 0...bytes.count {
      #expect(index.place(of: offset) == TextPlace(line: line, column: column))
      guard offset < bytes.count else { break }
      (line, column) = bytes[offset] == 0x0A ? (line + 1, 1) : (line, column + 1)
    }
  }

  @Test func `a place is told and ordered by line, then column`() {
    let places = [(2, 1), (1, 10), (1, 2)].map { TextPlace(line: $0.0, column: $0.1) }
    #expect(places.sorted().map(\.description) == ["1:2", "1:10", "2:1"])
  }
}
