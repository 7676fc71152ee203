import CSHA256

/// The hash for which nobody can make two inputs that share it.
///
/// Source: FIPS 180-4, *Secure Hash Standard*, sections 4.1.2, 4.2.2, 5.1.1, 5.3.3 and 6.2.
package struct SHA256: Sendable {
  private var state = Self.start
  /// What does not fill a block yet.
  private var rest: [UInt8] = []
  /// Bytes taken in so far.
  private var length: UInt64 = 0
  /// Whether the processor's own instructions take in blocks.
  private let isBuiltIn: Bool

  private static let blockLength = 64

  package init() { isBuiltIn = Self.hasProcessor }

  /// Without the processor's own instructions, as where there are none.
  package static var inSwift: SHA256 { SHA256(isBuiltIn: false) }

  private init(isBuiltIn: Bool) { self.isBuiltIn = isBuiltIn }

  private static let hasProcessor = sha256_is_built_in()

  /// Takes in all of some bytes.
  package init(_ bytes: [UInt8]) {
    self.init()
    update(bytes)
  }

  /// Takes in more bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var bytes = bytes[...]
    if !rest.isEmpty {
      let head = bytes.prefix(Self.blockLength - rest.count)
      rest += head
      bytes = bytes.dropFirst(head.count)
      guard rest.count == Self.blockLength else { return }
      rest.withUnsafeBytes { compress($0) }
      rest.removeAll(keepingCapacity: true)
    }
    let whole = bytes.prefix(bytes.count / Self.blockLength * Self.blockLength)
    compress(UnsafeRawBufferPointer(rebasing: whole))
    rest += bytes.dropFirst(whole.count)
  }

  /// Takes in more bytes.
  package mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// The hash of all that was taken in: 32 bytes.
  package var digest: [UInt8] {
    var last = self
    let zeros = (2 * Self.blockLength - 9 - rest.count) % Self.blockLength
    last.update([0x80] + [UInt8](repeating: 0, count: zeros) + (length &* 8).bigEndianBytes)
    return last.state.flatMap(\.bigEndianBytes)
  }

  /// The same as 64 hexadecimal digits.
  package var hexadecimal: String { digest.hexadecimal }
}

extension SHA256 {
  private typealias Words = UnsafeMutableBufferPointer<UInt32>

  /// Takes in whole blocks.
  private mutating func compress(_ blocks: UnsafeRawBufferPointer) {
    state.withUnsafeMutableBufferPointer { state in
      guard !isBuiltIn else {
        let count = blocks.count / Self.blockLength
        sha256_take_blocks(state.baseAddress, Self.constants, blocks.baseAddress, count)
        return
      }
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
        var start = 0
        while start < blocks.count {
          Self.schedule(blocks, from: start, into: words)
          Self.rounds(words, state)
          start &+= Self.blockLength
        }
      }
    }
  }

  /// The words of one block, each with the constant of its round added.
  @inline(__always)
  private static func schedule(
    _ blocks: UnsafeRawBufferPointer, from start: Int, into words: Words
  ) {
    for word in 0..<16 {
      let bytes = blocks.loadUnaligned(fromByteOffset: start &+ 4 &* word, as: UInt32.self)
      words[word] = UInt32(bigEndian: bytes)
    }
    for word in 16..<64 {
      let (early, late) = (words[word &- 15], words[word &- 2])
      let sigma0 = turn(early, 7) ^ turn(early, 18) ^ (early &>> 3)
      let sigma1 = turn(late, 17) ^ turn(late, 19) ^ (late &>> 10)
      words[word] = words[word &- 16] &+ sigma0 &+ words[word &- 7] &+ sigma1
    }
    constants.withUnsafeBufferPointer { constants in
      for word in 0..<64 { words[word] = words[word] &+ constants[word] }
    }
  }

  /// The 64 rounds of one block; each names the eight words of the state anew, so none is moved.
  @inline(__always)
  private static func rounds(_ words: Words, _ state: Words) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var word = 0
    while word < 64 {
      round(words[word], a, b, c, &d, e, f, g, &h)
      round(words[word &+ 1], h, a, b, &c, d, e, f, &g)
      round(words[word &+ 2], g, h, a, &b, c, d, e, &f)
      round(words[word &+ 3], f, g, h, &a, b, c, d, &e)
      round(words[word &+ 4], e, f, g, &h, a, b, c, &d)
      round(words[word &+ 5], d, e, f, &g, h, a, b, &c)
      round(words[word &+ 6], c, d, e, &f, g, h, a, &b)
      round(words[word &+ 7], b, c, d, &e, f, g, h, &a)
      word &+= 8
    }
    (state[0], state[1], state[2]) = (state[0] &+ a, state[1] &+ b, state[2] &+ c)
    (state[3], state[4], state[5]) = (state[3] &+ d, state[4] &+ e, state[5] &+ f)
    (state[6], state[7]) = (state[6] &+ g, state[7] &+ h)
  }

  @inline(__always)
  private static func round(
    _ word: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32,
    _ f: UInt32, _ g: UInt32, _ h: inout UInt32
  ) {
    let choice = g ^ (e & (f ^ g))
    let majority = (a & b) | (c & (a | b))
    let first = h &+ (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) &+ choice &+ word
    d = d &+ first
    h = first &+ (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) &+ majority
  }

  /// Turned to the right.
  @inline(__always)
  private static func turn(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    (word &>> bits) | (word &<< (32 &- bits))
  }

  /// The first 32 bits of the fractions of the square roots of the first 8 primes.
  private static let start: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
