import Measures
import Testing
@testable import Pages
@testable import Records

struct EchoTextTests {
  @Test(arguments: [
    // `%` means 2, and `8` means 21.
    ("-blog-the-long-common-part-1", "of-the-long-common-part", "-blog~%8-1"),
    ("abc", "xyz", "abc"), ("", "xyz", ""), ("abc", "", "abc"),
    // Three in common are not worth three signs.
    ("abcd", "abcx", "abcd"), ("abcd", "xabcd", "~$'"),
  ])
  func `the longest common part is told by its place and length`(
    text: String, source: String, written: String
  ) {
    #expect(EchoText.text(of: text, in: source) == written)
  }

  @Test(arguments: 0..<200)
  func `the text can be read again`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    func some(_ most: Int) -> String {
      String((0..<random.next() % UInt64(most)).map { _ in "ab-"[random.next() % 3] })
    }
    let (text, source) = (some(60), some(140))
    let written = EchoText.text(of: text, in: source)
    #expect(Self.read(written, in: source) == text)
  }

  /// What `search.js` does.
  private static func read(_ written: String, in source: String) -> String {
    let signs = Array(written.utf8)
    guard let mark = signs.firstIndex(of: UInt8(ascii: "~")) else { return written }
    func number(_ sign: UInt8) -> Int { Int(sign) - 35 - (sign > 92 ? 1 : 0) }
    let from = number(signs[mark + 1])
    let echo = Array(source.utf8)[from..<(from + number(signs[mark + 2]))]
    return String(decoding: signs[..<mark] + echo + signs[(mark + 3)...], as: UTF8.self)
  }

  @Test func `numbers need no escape in JSON, and leave the mark`() {
    let signs = (0..<PrintableNumber.count).map(PrintableNumber.text)
    #expect(Set(signs).count == 90 && signs[0] == "#" && signs[89] == "}")
    #expect(!signs.contains("\\") && !signs.contains("\"") && !signs.contains("~"))
  }
}

extension String {
  fileprivate subscript(position: UInt64) -> Character {
    self[index(startIndex, offsetBy: Int(position))]
  }
}
