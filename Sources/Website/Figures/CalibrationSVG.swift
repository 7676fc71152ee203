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

  /// The end of an axis that has room for all shares, in tenths: from 1 to 10.
  static func tenths(upTo shares: [Double]) -> Int {
    min(10, max(1, Int(((shares.max() ?? 0) * 10).rounded(.up))))
  }

  let style = "plot"
  var title: String { figure.title }
  var description: String { figure.description }
  var legend: Legend { figure.legend }
  let size = (width: 328, height: 244)

  func body(at place: PageLocation?) -> String {
    let ticks = stride(from: 0, through: tenths, by: tenths > 6 ? 2 : 1)
    let lines = ticks.map { tick in
      let (x, y) = (text(Self.x(part(tick))), text(Self.y(part(tick))))
      return "M\(Self.left) \(y)H\(Self.right)M\(x) \(Self.top)V\(Self.bottom)"
    }
    let labels = ticks.map { tick in
      let number = "\(tick * 10)"
      return """
        <text class="m end" x="34" y="\(text(Self.y(part(tick)) + 4))">\(number)</text>\
        <text class="m mid" x="\(text(Self.x(part(tick))))" y="222">\(number)</text>
        """
    }
    let dots = figure.dots.map { dot in
      """
      <circle class="b6" cx="\(text(Self.x(scaled(dot.shown))))" \
      cy="\(text(Self.y(scaled(dot.cameTrue))))" r="3.6"/>
      """
    }
    return """
      <path class="gr" d="\(lines.joined())"/><path class="one" d="M\(Self.left) \(Self.bottom)L\
      \(Self.right) \(Self.top)"/>\(dots.joined())<g>\(labels.joined())\
      <text class="m" x="44" y="23">came true, %</text>\
      <text class="m end" x="\(Self.right)" y="239">shown, %</text></g>
      """
  }

  private func part(_ tick: Int) -> Double { Double(tick) / Double(tenths) }

  private func scaled(_ share: Double) -> Double { share * 10 / Double(tenths) }

  private func text(_ value: Double) -> String { Format.decimal(value, 1) }

  private static let (left, right, top, bottom) = (40, 314, 10, 206)

  private static func x(_ part: Double) -> Double { Double(left) + part * Double(right - left) }

  private static func y(_ part: Double) -> Double { Double(bottom) - part * Double(bottom - top) }
}
