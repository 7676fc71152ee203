import Pages
import Text

/// Draws shares before and now, a row each: a ring, a dot, and the line between them.
struct ShiftSVG: Drawing {
  private let figure: ShiftFigure
  /// The end of the axis, in tenths.
  private let tenths: Int

  init(_ figure: ShiftFigure) {
    self.figure = figure
    tenths = CalibrationSVG.tenths(upTo: figure.rows.flatMap { [$0.before, $0.now] })
  }

  let style = "plot"
  var title: String { figure.title }
  var description: String { figure.description }
  var legend: Legend { figure.legend }
  var size: (width: Int, height: Int) { (328, figure.rows.count * Self.pitch + 30) }

  func body(at place: PageLocation?) -> String {
    let bottom = figure.rows.count * Self.pitch + 6
    let lines = (0...tenths).map { "M\(x(Double($0) / 10)) 4V\(bottom)" }
    let labels = (0...tenths).map { tick in
      """
      <text class="m mid" x="\(x(Double(tick) / 10))" y="\(bottom + 16)">\(tick * 10)\
      \(tick == tenths ? " %" : "")</text>
      """
    }
    return "<path class=\"gr\" d=\"\(lines.joined())\"/>"
      + figure.rows.enumerated().map(draw).joined() + "<g>\(labels.joined())</g>"
  }

  private func draw(_ place: Int, _ row: ShiftFigure.Row) -> String {
    let y = place * Self.pitch + 40
    let (before, now) = (x(row.before), x(row.now))
    return """
      <path class="ln" d="M\(before) \(y)H\(now)"/>\
      <circle class="ring" cx="\(before)" cy="\(y)" r="4"/>\
      <circle class="b6" cx="\(now)" cy="\(y)" r="4.6"/>\
      <text y="\(y - 26)">\(HTMLText.escape(row.name))</text>\
      <text class="m" y="\(y - 12)">\(HTMLText.escape(row.other))</text>
      """
  }

  private func x(_ share: Double) -> String {
    Format.decimal(
      Double(Self.left) + share * 10 / Double(tenths) * Double(Self.right - Self.left), 1)
  }

  private static let pitch = 52
  private static let (left, right) = (6, 308)
}
