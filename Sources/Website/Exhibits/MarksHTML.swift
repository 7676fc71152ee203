import Text

/// Writes which things of a numbered list are present: a dot each, below its number.
///
/// A dot is a line of no length with round ends: seven bytes.
enum MarksHTML {
  private static let pitch = 18

  /// The numbers, for the head of the column.
  static func writeHead(_ count: Int, to html: inout MarkupWriter) {
    start(count, to: &html)
    for index in 0..<count {
      html.element("text", String(index + 1), Attribute("x", middle(index)), Attribute("y", 12))
    }
    html.close("svg")
  }

  static func write(_ marks: [Bool], to html: inout MarkupWriter) {
    start(marks.count, to: &html)
    writeDots(marks, true, "on", to: &html)
    writeDots(marks, false, "off", to: &html)
    html.put("</svg><span class=vh>")
    html.list(marks.indices.lazy.filter { marks[$0] }.map { String($0 + 1) })
    html.close("span")
  }

  private static func writeDots(
    _ marks: [Bool], _ mark: Bool, _ style: String, to html: inout MarkupWriter
  ) {
    guard marks.contains(mark) else { return }
    html.startPath(style)
    for index in marks.indices where marks[index] == mark {
      html.put("M")
      html.integer(middle(index))
      html.put(" 8h0")
    }
    html.endPath()
  }

  private static func middle(_ index: Int) -> Int { index * pitch + pitch / 2 }

  private static func start(_ count: Int, to html: inout MarkupWriter) {
    html.open(
      "svg", Attribute("class", "marks"), Attribute("width", count * pitch),
      Attribute("height", 16), Attribute("aria-hidden", "true"))
  }
}
