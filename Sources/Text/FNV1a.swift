/// A 64-bit hash that is the same in every process and language.
///
/// Source: Fowler, Noll and Vo's FNV-1a (RFC 9923).
package enum FNV1a {
  @inlinable
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  /// The hash as sixteen hexadecimal digits.
  package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = String(hash(bytes), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
