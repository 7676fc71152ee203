import Pages
import Text

/// Draws shares with their intervals, a row each.
struct IntervalSVG: Drawing {
  private let figure: IntervalFigure
  /// The ends of the axis, in whole percent, and the step between its ticks.
  private let axis: (low: Int, high: Int, step: Int)

  init(_ figure: IntervalFigure) {
    self.figure = figure
    let low = figure.rows.map { min($0.value, $0.interval.lowerBound) }.min() ?? 0
    let high = figure.rows.map { max($0.value, $0.interval.upperBound) }.max() ?? 1
    let step = [1, 2, 5, 10, 20].first { (high - low) * 100 <= Double($0 * 4) } ?? 25
    let start = Int(low * 100) / step * step
    let end = (Int((high * 100).rounded(.up)) + step - 1) / step * step
    axis = (start, max(end, start + step), step)
  }

  let style = "plot"
  var title: String { figure.title }
  var description: String { figure.description }
  var legend: Legend { figure.legend }
  var size: (width: Int, height: Int) { (328, figure.rows.count * Self.pitch + 34) }

  func write(at location: PageLocation?, to svg: inout MarkupWriter) {
    let bottom = figure.rows.count * Self.pitch + 12
    let ticks = Array(stride(from: axis.low, through: axis.high, by: axis.step))
    svg.startPath("gr")
    for tick in ticks { svg.line(x(Double(tick) / 100), from: 6, to: bottom) }
    svg.endPath()
    for (index, row) in figure.rows.enumerated() { write(index, row, to: &svg) }
    svg.open("g")
    for tick in ticks {
      let isLast = tick == ticks.last
      svg.element(
        "text", isLast ? "\(tick) %" : "\(tick)", Attribute("class", isLast ? "m end" : "m mid"),
        Attribute("x", isLast ? "326" : Format.decimal(x(Double(tick) / 100), 1)),
        Attribute("y", bottom + 16))
    }
    svg.close("g")
  }

  private func write(_ index: Int, _ row: IntervalFigure.Row, to svg: inout MarkupWriter) {
    let y = index * Self.pitch + 20
    svg.span(y, from: x(row.interval.lowerBound), to: x(row.interval.upperBound))
    svg.empty(
      "circle", Attribute("class", row.isOurs ? "b7" : "b5"),
      Attribute("cx", Tenths(number: x(row.value))),
      Attribute("cy", y), Attribute("r", row.isOurs ? "5" : "4.2"))
    svg.element("text", row.name, Attribute("class", row.isOurs ? "h" : nil), Attribute("y", y + 4))
  }

  private func x(_ share: Double) -> Double {
    let part = (share * 100 - Double(axis.low)) / Double(axis.high - axis.low)
    return Double(Self.left) + part * Double(Self.right - Self.left)
  }

  private static let pitch = 26
  private static let (left, right) = (112, 314)
}
