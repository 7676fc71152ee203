import Testing
import Text

struct ChecksumTests {
  private func checksum(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes(Checksum.of) }

  @Test func `every change of one bit, and every length, has a checksum of its own`() {
    let bytes = (0..<41).map { UInt8($0) }
    let changed = (0..<8 * bytes.count).map { bit in
      var changed = bytes
      changed[bit / 8] ^= 1 << (bit % 8)
      return changed
    }
    let cut = (1..<41).map { Array(bytes.prefix($0)) }
    let zeros = (2..<41).map { [UInt8](repeating: 0, count: $0) }
    let all = [[], bytes] + changed + cut + zeros
    #expect(Set(all.map(checksum)).count == all.count)
  }

  @Test func `it is the same wherever the bytes lie`() {
    let bytes = (0..<100).map { UInt8($0) }
    let apart = ([0] + bytes).withUnsafeBytes {
      Checksum.of(UnsafeRawBufferPointer(rebasing: $0.dropFirst()))
    }
    #expect(apart == checksum(bytes))
  }
}
