/// Writes which of some numbered things there are: a dot each, below its number.
///
/// A dot is a line of no length with round ends: seven bytes.
enum MarksHTML {
  private static let pitch = 18

  /// The numbers, for the head of the column.
  static func head(_ count: Int) -> String {
    let numbers = (0..<count).map { "<text x=\"\(middle($0))\" y=\"12\">\($0 + 1)</text>" }
    return svg(count, numbers.joined())
  }

  static func row(_ marks: [Bool]) -> String {
    let numbers = marks.indices.filter { marks[$0] }.map { String($0 + 1) }
    return svg(marks.count, dots(marks, true, "on") + dots(marks, false, "off"))
      + "<span class=\"vh\">\(numbers.joined(separator: ", "))</span>"
  }

  private static func dots(_ marks: [Bool], _ mark: Bool, _ style: String) -> String {
    let places = marks.indices.filter { marks[$0] == mark }
    guard !places.isEmpty else { return "" }
    let path = places.map { "M\(middle($0)) 8h0" }.joined()
    return "<path class=\"\(style)\" d=\"\(path)\"/>"
  }

  private static func middle(_ place: Int) -> Int { place * pitch + pitch / 2 }

  private static func svg(_ count: Int, _ shapes: String) -> String {
    "<svg class=\"marks\" width=\"\(count * pitch)\" height=\"16\" aria-hidden=\"true\">"
      + shapes + "</svg>"
  }
}
