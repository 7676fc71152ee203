/// A 64-bit hash that is the same in every process and language.
///
/// Source: Fowler, Noll and Vo's FNV-1a (RFC 9923).
package enum FNV1a {
  /// The hash of nothing.
  package static let start: UInt64 = 14_695_981_039_346_656_037

  /// The hash of the bytes that follow those whose hash is given.
  package static func hash(_ bytes: some Sequence<UInt8>, after hash: UInt64 = start) -> UInt64 {
    bytes.withContiguousStorageIfAvailable { add($0, to: hash) } ?? bytes.reduce(hash, add)
  }

  /// The hash as sixteen hexadecimal digits.
  package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = String(hash(bytes), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func add(_ bytes: UnsafeBufferPointer<UInt8>, to hash: UInt64) -> UInt64 {
    bytes.reduce(hash, add)
  }

  private static func add(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 1_099_511_628_211
  }
}
