import Testing
import Text

struct CSVRowsTests {
  private func rows(_ text: String) -> [[String]] {
    CSVRows(Array(text.utf8)).map { $0.cells.map(\.text) }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]), ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
    ("a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]), ("\u{FEFF}a,b\n", [["a", "b"]]),
    ("a,\"b;;;;\"\n1,2\n", [["a", "b;;;;"], ["1", "2"]]), ("\"a\"\"b\",c\n", [["a\"b", "c"]]),
    ("a,\"x\ny\r\nz\"\n", [["a", "x\ny\r\nz"]]),
    ("a,b\n\n , \n\t\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b,\n,,\n1,,\n", [["a", "b", ""], ["1", "", ""]]), ("a\n", [["a"]]), ("", []),
    ("\n\r\n", []),
    ("a,  \"b,c\"d ,e\n", [["a", "b,cd ", "e"]]), ("a,b\"c\n", [["a", "b\"c"]]),
    ("sep=;\r\na;b,c\r\n", [["a", "b,c"]]), ("\u{FEFF}SEP=|\na|b;;\n", [["a", "b;;"]]),
    ("sep=;x\na\n", [["sep=", "x"], ["a"]]), ("sep=a\nb\n", [["sep=a"], ["b"]]),
    ("\u{A0},\u{3000}\na,b\n", [["a", "b"]]), ("\u{0},\n", [["\u{0}", ""]]),
  ])
  func `rows are read as they are written in use`(text: String, expected: [[String]]) {
    #expect(rows(text) == expected)
  }

  @Test func `a row has the line where it begins, and a cell its column`() {
    let text = "a,b\r\n\r\n\"x\ny\r\nz\rw\",bc\n\"d\",é,f\r1"
    let places = CSVRows(Array(text.utf8)).map { row in
      ([row.line] + row.cells.map(\.column)).map(String.init).joined(separator: " ")
    }
    #expect(places == ["1 1 3", "3 1 12", "7 1 5 8", "8 1"])
    #expect(CSVRows(Array("sep=;\na\n".utf8)).map(\.line) == [2])
  }

  @Test(arguments: [
    ("a\n\"b", 2, 1), ("a,b\n1,\"b\n\"\"\n", 2, 3), ("\"\"\"", 1, 1), ("a, \"b", 1, 4),
  ])
  func `a quotation mark without its pair has a place`(text: String, line: Int, column: Int) {
    var rows = CSVRows(Array(text.utf8))
    while rows.next() != nil {}
    #expect(rows.unclosedQuote == TextPlace(line: line, column: column))
  }

  /// Tables made by chance, written by RFC 4180 with one of each separator and line's end.
  @Test func `what is written by the rule is read to the same cells`() {
    var numbers = SystemRandomNumberGenerator()
    let signs = ["a", "é", "T1059", "\"", ",", ";", "\t", "\n", "\r\n", "\r", " ", "🔥"]
    for _ in 0..<3000 {
      let width = Int.random(in: 2...5, using: &numbers)
      let table = (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
        ["x"]
          + (1..<width).map { _ in
            (0..<Int.random(in: 0...4, using: &numbers))
              .map { _ in signs[Int.random(in: signs.indices, using: &numbers)] }.joined()
          }
      }
      let separator = [",", ";", "\t"][Int.random(in: 0...2, using: &numbers)]
      let end = ["\n", "\r\n", "\r"][Int.random(in: 0...2, using: &numbers)]
      let text = table.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: separator)
      }.joined(separator: end)
      #expect(rows(text) == table, "\(text.debugDescription)")
    }
  }
}
