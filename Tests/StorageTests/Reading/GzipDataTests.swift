import Storage
import Testing

struct GzipDataTests {
  /// `{"a": 1}` packed by gzip 1.12.
  private static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xAB, 0x56, 0x4A, 0x54, 0xB2, 0x52,
    0x30, 0xAC, 0x05, 0x00, 0x97, 0x8E, 0xA1, 0xFB, 0x08, 0x00, 0x00, 0x00,
  ]

  @Test func `what was packed comes out, of several members one after the other`() throws {
    #expect(GzipData.isPacked(Self.packed) && !GzipData.isPacked([0x7B]))
    #expect(try GzipData.unpack(Self.packed) == Array("{\"a\": 1}".utf8))
    #expect(try GzipData.unpack(Self.packed + Self.packed) == Array("{\"a\": 1}{\"a\": 1}".utf8))
  }

  @Test func `what ends too early, is damaged or too large is refused`() {
    for count in [3, 12, Self.packed.count - 1] {
      #expect(throws: GzipError.cut) { try GzipData.unpack(Array(Self.packed.prefix(count))) }
    }
    var damaged = Self.packed
    damaged[20] ^= 0xFF
    #expect(throws: GzipError.damaged) { try GzipData.unpack(damaged) }
    #expect(throws: GzipError.damaged) { try GzipData.unpack(Self.packed + [1, 2, 3]) }
    #expect(throws: GzipError.tooLarge) { try GzipData.unpack(Self.packed, limit: 7) }
  }
}
