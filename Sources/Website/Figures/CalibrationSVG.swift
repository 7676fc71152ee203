import Pages
import Text

/// Draws shown probabilities against what came true, both axes alike.
struct CalibrationSVG: Drawing {
  private let figure: CalibrationFigure
  /// The end of both axes, in tenths.
  private let tenths: Int

  init(_ figure: CalibrationFigure) {
    self.figure = figure
    tenths = Self.tenths(upTo: figure.dots.flatMap { [$0.shown, $0.cameTrue] })
  }

  /// The end of an axis that fits all shares, in tenths: from 1 to 10.
  static func tenths(upTo shares: [Double]) -> Int {
    min(10, max(1, Int(((shares.max() ?? 0) * 10).rounded(.up))))
  }

  let style = "plot"
  var title: String { figure.title }
  var description: String { figure.description }
  var legend: Legend { figure.legend }
  let size = (width: 328, height: 244)

  func write(at location: PageLocation?, to svg: inout MarkupWriter) {
    let ticks = Array(stride(from: 0, through: tenths, by: tenths > 6 ? 2 : 1))
    writeGround(ticks, to: &svg)
    for dot in figure.dots {
      svg.empty(
        "circle", Attribute("class", "b6"),
        Attribute("cx", Tenths(number: Self.x(scaled(dot.shown)))),
        Attribute("cy", Tenths(number: Self.y(scaled(dot.cameTrue)))), Attribute("r", "3.6"))
    }
    svg.open("g")
    for tick in ticks {
      let number = "\(tick * 10)"
      let (x, y) = (Self.x(part(tick)), Self.y(part(tick)))
      svg.element(
        "text", number, Attribute("class", "m end"), Attribute("x", 34),
        Attribute("y", Tenths(number: y + 4)))
      svg.element(
        "text", number, Attribute("class", "m mid"), Attribute("x", Tenths(number: x)),
        Attribute("y", 222))
    }
    svg.element(
      "text", "came true, %", Attribute("class", "m"), Attribute("x", 44), Attribute("y", 23))
    svg.element(
      "text", "shown, %", Attribute("class", "m end"), Attribute("x", Self.right),
      Attribute("y", 239))
    svg.close("g")
  }

  /// The lines of both axes, and the one where both are equal.
  private func writeGround(_ ticks: [Int], to svg: inout MarkupWriter) {
    svg.startPath("gr")
    for tick in ticks {
      let (x, y) = (Self.x(part(tick)), Self.y(part(tick)))
      svg.put("M")
      svg.integer(Self.left)
      svg.put(" ")
      svg.decimal(y, 1)
      svg.put("H")
      svg.integer(Self.right)
      svg.line(x, from: Self.top, to: Self.bottom)
    }
    svg.endPath()
    svg.empty(
      "path", Attribute("class", "one"),
      Attribute("d", "M\(Self.left) \(Self.bottom)L\(Self.right) \(Self.top)"))
  }

  private func part(_ tick: Int) -> Double { Double(tick) / Double(tenths) }

  private func scaled(_ share: Double) -> Double { share * 10 / Double(tenths) }

  private static let (left, right, top, bottom) = (40, 314, 10, 206)

  private static func x(_ part: Double) -> Double { Double(left) + part * Double(right - left) }

  private static func y(_ part: Double) -> Double { Double(bottom) - part * Double(bottom - top) }
}

extension MarkupWriter {
  /// A vertical grid line of a plot, `M40 4V240`, in a path.
  mutating func line(_ x: Double, from top: Int, to bottom: Int) {
    put("M")
    decimal(x, 1)
    put(" ")
    integer(top)
    put("V")
    integer(bottom)
  }

  /// A horizontal line of a plot, from a lower to a higher value.
  mutating func span(_ y: Int, from low: Double, to high: Double) {
    startPath("ln")
    put("M")
    decimal(low, 1)
    put(" ")
    integer(y)
    put("H")
    decimal(high, 1)
    endPath()
  }
}
