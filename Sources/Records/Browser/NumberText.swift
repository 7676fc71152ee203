/// Ascending numbers as a short text of printable ASCII that compresses well.
///
/// Each number is written as its distance from the one before, minus one. A distance below 80 is
/// one character; a larger one is a character of the last twelve for `(distance - 80) mod 12`, and
/// then `(distance - 80) div 12` in the same way. The characters are those from `!` on, without `"`
/// and `\`, which JSON would have to escape.
enum NumberText {
  static func text(of ascending: [Int]) -> String {
    var text: [UInt8] = []
    var last = -1
    for number in ascending {
      append(number - last - 1, to: &text)
      last = number
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Numbers of either sign, most of them small.
  ///
  /// 0, -1, 1, -2 and so on are written as the distances 0, 1, 2, 3 and so on.
  static func text(ofSigned numbers: some Sequence<Int>) -> String {
    var text: [UInt8] = []
    for number in numbers { append(number < 0 ? -2 * number - 1 : 2 * number, to: &text) }
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(_ distance: Int, to text: inout [UInt8]) {
    var distance = distance
    while distance >= single {
      distance -= single
      text.append(alphabet[single + distance % rest])
      distance /= rest
    }
    text.append(alphabet[distance])
  }

  private static let alphabet = (UInt8(ascii: "!")...UInt8(ascii: "~")).filter {
    $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
  }
  /// Distances that take one character.
  private static let single = 80
  private static let rest = 12
}
