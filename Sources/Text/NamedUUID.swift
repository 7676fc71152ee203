/// A UUID that is made of a name, so that the same name always gives the same.
///
/// Source: RFC 9562, *Universally Unique IDentifiers*, section 5.5, version 5.
package struct NamedUUID: Equatable, Sendable {
  private let bytes: [UInt8]

  /// That of our own names.
  package static let space = NamedUUID("attack-relations", in: dns)

  /// Of RFC 9562, section 6.6: for names of the Internet.
  package static let dns = NamedUUID(
    bytes: [
      0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30,
      0xc8,
    ])

  /// That of the objects that OpenCTI makes of ATT&CK's ids.
  package static let openCTI = NamedUUID(
    bytes: [
      0x00, 0xab, 0xed, 0xb4, 0xaa, 0x42, 0x46, 0x6c, 0x9c, 0x01, 0xfe, 0xd2, 0x33, 0x15, 0xa9,
      0xb7,
    ])

  private init(bytes: [UInt8]) { self.bytes = bytes }

  package init(_ name: String, in space: NamedUUID = .space) {
    var bytes = Array(SHA1.digest(of: space.bytes + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0f | 0x50
    bytes[8] = bytes[8] & 0x3f | 0x80
    self.init(bytes: bytes)
  }
}

extension NamedUUID: CustomStringConvertible {
  /// `886313e1-3b8a-5372-9b90-0c9aee199e5d`.
  package var description: String {
    [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { bytes[$0].hexadecimal }.joined(separator: "-")
  }
}
