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

  func body(at place: PageLocation?) -> String {
    let bottom = figure.rows.count * Self.pitch + 12
    let ticks = Array(stride(from: axis.low, through: axis.high, by: axis.step))
    let lines = ticks.map { "M\(x(Double($0) / 100)) 6V\(bottom)" }
    let labels = ticks.map { tick in
      let isLast = tick == ticks.last
      return """
        <text class="m \(isLast ? "end" : "mid")" x="\(isLast ? "326" : x(Double(tick) / 100))" \
        y="\(bottom + 16)">\(tick)\(isLast ? " %" : "")</text>
        """
    }
    return "<path class=\"gr\" d=\"\(lines.joined())\"/>"
      + figure.rows.enumerated().map(draw).joined() + "<g>\(labels.joined())</g>"
  }

  private func draw(_ place: Int, _ row: IntervalFigure.Row) -> String {
    let y = place * Self.pitch + 20
    let (low, high) = (x(row.interval.lowerBound), x(row.interval.upperBound))
    return """
      <path class="ln" d="M\(low) \(y)H\(high)"/><circle class="\(row.isOurs ? "b7" : "b5")" \
      cx="\(x(row.value))" cy="\(y)" r="\(row.isOurs ? "5" : "4.2")"/>\
      <text\(row.isOurs ? " class=\"h\"" : "") y="\(y + 4)">\(HTMLText.escape(row.name))</text>
      """
  }

  private func x(_ share: Double) -> String {
    let part = (share * 100 - Double(axis.low)) / Double(axis.high - axis.low)
    return Format.decimal(Double(Self.left) + part * Double(Self.right - Self.left), 1)
  }

  private static let pitch = 26
  private static let (left, right) = (112, 314)
}
