/// A 64-bit hash that takes eight bytes per step: it finds damage, but does not withstand malice.
///
/// Every step is a bijection of the state, so two inputs of one length that differ in a single
/// step never share a checksum.
package enum Checksum {
  package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = mixed(0, UInt64(bytes.count))
    let whole = bytes.count / 8 * 8
    var start = 0
    while start < whole {
      hash = mixed(hash, bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      start &+= 8
    }
    let last = bytes[whole...].reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return mixed(mixed(hash, UInt64(littleEndian: last)), 0)
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    // An odd number near 2^64 divided by the golden ratio spreads low bits upwards.
    let product = (hash ^ UInt64(littleEndian: word)) &* 0x9e37_79b9_7f4a_7c15
    return product ^ (product >> 32)
  }
}
