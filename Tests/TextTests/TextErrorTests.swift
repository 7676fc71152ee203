import Testing
import Text

struct TextErrorTests {
  @Test func `it is found where Swift stops reading, on bytes made by chance`() {
    var numbers = SystemRandomNumberGenerator()
    let parts: [[UInt8]] = [
      Array("abcdefgh".utf8), Array("é".utf8), Array("€".utf8), Array("🔥".utf8), [0x0A], [0xC3],
      [0x80], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xFF],
    ]
    var broken = 0
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...8, using: &numbers)).flatMap { _ in
        parts[
          min(
            Int.random(in: 0...30, using: &numbers),
            Int.random(in: 0..<parts.count, using: &numbers))]
      }
      let error = TextError(in: bytes, hasEscapes: false)
      let isText = String(validating: bytes, as: UTF8.self) != nil
      broken += isText ? 0 : 1
      #expect((error == nil) == isText, "\(bytes)")
      guard let error else { continue }
      let offset = Self.offset(of: error, in: bytes)
      #expect(String(validating: bytes[..<offset], as: UTF8.self) != nil)
      #expect(String(validating: bytes[...offset], as: UTF8.self) == nil)
    }
    #expect(1000 < broken && broken < 19_000)
  }

  private static func offset(of error: TextError, in bytes: [UInt8]) -> Int {
    var start = 0
    for _ in 1..<error.line { start = (bytes[start...].firstIndex(of: 0x0A) ?? 0) + 1 }
    return start + error.column - 1
  }

  @Test func `half of a pair is an error only where there are escapes`() {
    let bytes = Array(#"C:\ud83d"#.utf8)
    #expect(TextError(in: bytes)?.column == 3 && TextError(in: bytes, hasEscapes: false) == nil)
  }
}
