/// A text that repeats a part of another one, written without that part.
///
/// The longest part that both have is replaced by three characters: `~`, where it begins in the
/// other text, and how long it is (`PrintableNumber`).
enum EchoText {
  /// - Parameters:
  ///   - text: of lower-case letters, digits and `-`.
  ///   - source: the text that is known already, of the same.
  /// - Returns: the text itself if an echo would not shorten it.
  static func text(of text: some StringProtocol, in source: some StringProtocol) -> String {
    let own = Array(text.utf8)
    let other = Array(source.utf8.prefix(PrintableNumber.count))
    let echo = longestEcho(of: own, in: other)
    guard echo.length > PrintableNumber.mark.utf8.count + 2 else { return String(text) }
    return String(decoding: own[..<echo.offset], as: UTF8.self) + PrintableNumber.mark
      + PrintableNumber.text(of: echo.source) + PrintableNumber.text(of: echo.length)
      + String(decoding: own[(echo.offset + echo.length)...], as: UTF8.self)
  }

  /// The first of the longest common parts, at most as long as a `PrintableNumber` can express.
  private static func longestEcho(
    of own: [UInt8], in other: [UInt8]
  ) -> (offset: Int, source: Int, length: Int) {
    var best = (offset: 0, source: 0, length: 0)
    // The length of the common part that ends at each offset of `other`, for the byte before.
    var lengths = Array(repeating: 0, count: other.count + 1)
    for (offset, byte) in own.enumerated() {
      for source in other.indices.reversed() {
        let length = byte == other[source] ? lengths[source] + 1 : 0
        lengths[source + 1] = length
        if length > best.length, length < PrintableNumber.count {
          best = (offset + 1 - length, source + 1 - length, length)
        }
      }
    }
    return best
  }
}

/// A small number as one character of printable ASCII, from `#` on and without `\`, so that JSON has
/// nothing to escape, and `~` is left for a mark.
enum PrintableNumber {
  /// A character that no number has.
  static let mark = "~"
  /// Numbers below it have a character.
  static let count = 90

  static func text(of number: Int) -> String {
    let code = UInt8(ascii: "#") + UInt8(clamping: min(max(number, 0), count - 1))
    let character = code < UInt8(ascii: "\\") ? code : code + 1
    return String(decoding: [character], as: UTF8.self)
  }
}
