/// Decodes the escapes of a JSON string.
enum JSONEscapes {
  /// - Parameter content: between the quotation marks of a string that is whole.
  /// - Returns: its text as UTF-8.
  static func decode(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(content.count)
    var rest = content[...]
    while let backslash = rest.firstIndex(of: UInt8(ascii: "\\")) {
      text.append(contentsOf: rest[..<backslash])
      rest = rest[(backslash + 1)...]
      let letter = rest.removeFirst()
      if letter == UInt8(ascii: "u") {
        text.append(contentsOf: takeScalar(&rest).utf8)
      } else {
        text.append(byte(for: letter))
      }
    }
    text.append(contentsOf: rest)
    return text
  }

  /// The control character that a letter stands for; other characters stand for themselves.
  private static func byte(for letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  }

  /// Takes four digits, and a second escape where the first is half of a pair.
  private static func takeScalar(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar
  {
    var units = [takeUnit(&rest)]
    if UTF16.isLeadSurrogate(units[0]) {
      rest = rest.dropFirst(2)
      units.append(takeUnit(&rest))
    }
    return String(decoding: units, as: UTF16.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  private static func takeUnit(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> UInt16 {
    defer { rest = rest.dropFirst(4) }
    return rest.prefix(4).reduce(0) { $0 << 4 | UInt16($1.hexadecimal ?? 0) }
  }
}
