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

  func write(at location: PageLocation?, to svg: inout MarkupWriter) {
    let bottom = figure.rows.count * Self.pitch + 6
    svg.startPath("gr")
    for tick in 0...tenths { svg.line(x(Double(tick) / 10), from: 4, to: bottom) }
    svg.endPath()
    for (index, row) in figure.rows.enumerated() { write(index, row, to: &svg) }
    svg.open("g")
    for tick in 0...tenths {
      svg.element(
        "text", tick == tenths ? "\(tick * 10) %" : "\(tick * 10)", Attribute("class", "m mid"),
        Attribute("x", Tenths(number: x(Double(tick) / 10))), Attribute("y", bottom + 16))
    }
    svg.close("g")
  }

  private func write(_ index: Int, _ row: ShiftFigure.Row, to svg: inout MarkupWriter) {
    let y = index * Self.pitch + 40
    let (before, now) = (x(row.before), x(row.now))
    svg.span(y, from: before, to: now)
    svg.empty(
      "circle", Attribute("class", "ring"), Attribute("cx", Tenths(number: before)),
      Attribute("cy", y), Attribute("r", 4))
    svg.empty(
      "circle", Attribute("class", "b6"), Attribute("cx", Tenths(number: now)), Attribute("cy", y),
      Attribute("r", "4.6"))
    svg.element("text", row.name, Attribute("y", y - 26))
    svg.element("text", row.other, Attribute("class", "m"), Attribute("y", y - 12))
  }

  private func x(_ share: Double) -> Double {
    Double(Self.left) + share * 10 / Double(tenths) * Double(Self.right - Self.left)
  }

  private static let pitch = 52
  private static let (left, right) = (6, 308)
}
