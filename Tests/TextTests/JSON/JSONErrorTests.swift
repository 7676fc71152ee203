import Foundation
import Testing
@testable import Text

struct JSONErrorTests {
  @Test(arguments: [
    ("{\"a\": [1, 2", 1, 12, "the text ends"), ("{\"a\": tru}", 1, 10, "`}`"),
    ("{\n  \"a\": \"b\n\"}", 2, 10, "byte 0xa"), ("{\"a\" 1}", 1, 6, "`1`"),
    ("{\"a\": 1,}", 1, 9, "`}`"), ("[1 2]", 1, 4, "`2`"), ("{}x", 1, 3, "`x`"),
    ("", 1, 1, "the text ends"), ("{\"a\": \"\\", 1, 9, "the text ends"),
    ("{\"é\": ?}", 1, 8, "`?`"),
  ])
  func `the first place that breaks the grammar is named`(
    text: String, line: Int, column: Int, found: String
  ) throws {
    let fault = try #require(JSONError(in: Array(text.utf8)))
    #expect(fault.line == line && fault.column == column)
    #expect(fault.found == found)
  }

  @Test(arguments: [
    "{}", "[]", " [1, -2.5e3, true, false, null, \"a\\\"b\", {\"a\": {\"b\": []}}]\n",
    "\u{FEFF}{\"a\": 1}", "0",
  ])
  func `whole JSON has no fault`(text: String) {
    #expect(JSONError(in: Array(text.utf8)) == nil)
  }

  @Test func `every text that is cut short has a fault at its end`() throws {
    let whole = "{\"type\": \"bundle\", \"objects\": [{\"id\": 1.5, \"b\": [null, true]}]}"
    for length in 0..<whole.utf8.count {
      let fault = try #require(JSONError(in: Array(whole.utf8.prefix(length))), "\(length)")
      #expect(fault.column == length + 1 && fault.found == "the text ends")
    }
  }
}
