/// The hash that names in UUIDs are made with; for nothing that has to withstand malice.
///
/// Source: FIPS 180-4, *Secure Hash Standard*, sections 4.1.1, 4.2.1, 5.1.1, 5.3.1 and 6.1.
package enum SHA1 {
  /// The hash of some bytes: 20 bytes.
  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    let zeros = (2 * blockLength - 9 - bytes.count % blockLength) % blockLength
    let message =
      bytes + [0x80] + [UInt8](repeating: 0, count: zeros)
      + (UInt64(bytes.count) * 8).bigEndianBytes
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    for start in stride(from: 0, to: message.count, by: blockLength) {
      compress(message[start..<(start + blockLength)], into: &state)
    }
    return state.flatMap(\.bigEndianBytes)
  }

  private static let blockLength = 64

  private static func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { start in
      block[start..<(start + 4)].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    }
    for round in 16..<80 {
      words.append(
        turn(words[round - 3] ^ words[round - 8] ^ words[round - 14] ^ words[round - 16], 1))
    }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for round in 0..<80 {
      let next = turn(a, 5) &+ mixed(b, c, d, round) &+ e &+ words[round] &+ constants[round / 20]
      (e, d, c, b, a) = (d, c, turn(b, 30), a, next)
    }
    state = zip(state, [a, b, c, d, e]).map { $0 &+ $1 }
  }

  private static func mixed(_ b: UInt32, _ c: UInt32, _ d: UInt32, _ round: Int) -> UInt32 {
    switch round / 20 {
    case 0: d ^ (b & (c ^ d))
    case 2: (b & c) | (d & (b | c))
    default: b ^ c ^ d
    }
  }

  private static let constants: [UInt32] = [0x5a82_7999, 0x6ed9_eba1, 0x8f1b_bcdc, 0xca62_c1d6]

  /// To the left.
  private static func turn(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    (word &<< bits) | (word &>> (32 &- bits))
  }
}
