import Foundation
import Testing
import Text

/// The scanner against Foundation, on texts made by chance and texts made broken.
struct JSONScannerTests {
  /// What the scanner finds in a text; `nil` where it refuses it.
  private func scan(_ text: [UInt8]) -> JSONTree? {
    text.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      guard let value = try? scanner.value(), (try? scanner.end()) != nil else { return nil }
      return JSONTree(value)
    }
  }

  @Test func `what Foundation reads is read to the same values`() throws {
    for seed in 0..<3000 {
      let text = JSONMaker.text(seed: UInt64(seed))
      let tree = try JSONDecoder().decode(JSONTree.self, from: Data(text))
      #expect(scan(text) == tree, "seed \(seed): \(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test func `what Foundation refuses is refused, and nothing else`() {
    var refused = 0
    for seed in 0..<20_000 {
      let text = JSONMaker.brokenText(seed: UInt64(seed))
      let isJSON = JSONMaker.isJSON(text)
      refused += isJSON ? 0 : 1
      #expect(
        (scan(text) != nil) == isJSON, "seed \(seed): \(String(decoding: text, as: UTF8.self))")
      #expect((JSONError(in: text) == nil) == isJSON)
    }
    #expect(5000 < refused && refused < 18_000)
  }

  @Test(arguments: [
    "01", "-", "-01", "1.", ".5", "1e", "1e+", "+1", "tru", "nul", "falsey", "\"a", "\"\\x\"",
    "\"\\u12g4\"", "\"\\u+123\"", "\"\\ud83d\"", "\"\\ud83d\\u0041\"", "\"\\ud83dx\"",
    "\"\\udc00\"",
    "\"a\tb\"", "\"a\u{0}b\"", "[1,]", "{\"a\":1,}", "[1 2]", "{\"a\"}", "{a:1}", "{1:1}", "[,1]",
    "[1]]", "[1}", "{\"a\":[}", "1 2", "", " ", "'a'", "NaN", "[1]//", "\u{FEFF}\u{FEFF}1",
  ])
  func `what is no JSON is refused`(text: String) { #expect(scan(Array(text.utf8)) == nil) }

  @Test(
    arguments: [
      [0xFF], [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3, 0x28], [0xE0, 0x80, 0x80],
      [0xED, 0xA0, 0x80], [0xEF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x94],
    ] as [[UInt8]])
  func `what is no UTF-8 is refused, wherever it is in a string`(bytes: [UInt8]) {
    for before in 0..<17 {
      let text = [UInt8](repeating: 0x61, count: before) + bytes
      #expect(scan([0x22] + text + [0x22]) == nil && scan([0x22] + text) == nil)
    }
  }

  @Test func `every byte is looked at, at every offset of a word`() {
    for before in 0..<17 {
      for byte in UInt8(0)..<0x80 {
        let content = Array(repeating: UInt8(ascii: "a"), count: before) + [byte, 0x62]
        let isPlain = byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
        let tree: JSONTree? =
          byte == UInt8(ascii: "\\")
          ? .text(String(decoding: content.dropLast(2) + [8], as: UTF8.self))
          : isPlain ? .text(String(decoding: content, as: UTF8.self)) : nil
        #expect(scan([0x22] + content + [0x22]) == tree, "\(byte) at \(before)")
      }
      let blanks = Array(repeating: UInt8(ascii: " "), count: before)
      #expect(scan(blanks + [0x31] + blanks) == .number)
    }
  }

  @Test func `a text that is cut short anywhere is refused, with nothing read beyond its end`() {
    let whole = Array("{\"ä\\u00e9\\ud83d\\udd25\": [-1.5e+3, true, null, {}, \"😀\"]}".utf8)
    for length in whole.indices { #expect(scan(Array(whole[..<length])) == nil) }
    #expect(
      scan(whole)
        == .fields(["äé🔥": .list([.number, .flag(true), .null, .fields([:]), .text("😀")])]))
  }

  @Test func `brackets go 512 deep, as in Foundation`() {
    func nested(_ depth: Int) -> [UInt8] {
      Array(repeating: UInt8(ascii: "["), count: depth)
        + Array(repeating: UInt8(ascii: "]"), count: depth)
    }
    #expect(JSONMaker.isJSON(nested(512)) && scan(nested(512)) != nil)
    #expect(!JSONMaker.isJSON(nested(513)) && scan(nested(513)) == nil)
  }

  @Test func `of several members with a key the first counts, as for a decoder`() throws {
    let text = Array(#"{"a": 1, "\u0061": true, "a": null, "b": "\u0062"}"#.utf8)
    let isFirst = text.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      guard let members = try? scanner.members() else { return false }
      return members["a"]?.kind == .number && members["b"]?.equals("b") == true
        && members["c"] == nil
    }
    #expect(isFirst)
    #expect(scan(text) == (try JSONDecoder().decode(JSONTree.self, from: Data(text))))
  }
}
