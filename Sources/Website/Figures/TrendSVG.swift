import Pages
import Text

/// Draws a small chart of years: one bar per year, the highest with its value.
struct TrendSVG {
  private let trend: Trend

  init(_ trend: Trend) { self.trend = trend }

  func write(to html: inout MarkupWriter) {
    guard let first = trend.years.first?.year, let last = trend.years.last?.year else { return }
    html.put("<figure class=trend>")
    html.element("figcaption", trend.title)
    html.open(
      "svg", Attribute("role", "img"), Attribute("viewBox", ViewBox(width: Self.width, height: 70)),
      Attribute("width", Self.width), Attribute("height", 70), Attribute("aria-label", label))
    writeBars(to: &html)
    writePeak(to: &html)
    html.element("text", String(first), Attribute("y", 68))
    if first != last {
      let end = (trend.years.count - 1) * Self.pitch + Self.bar
      html.element(
        "text", String(last), Attribute("x", end), Attribute("y", 68),
        Attribute("text-anchor", "end"))
    }
    html.put("</svg></figure>\n")
  }

  /// The step from year to year, the width of a bar, and that of the whole.
  private static let pitch = 18
  private static let bar = 15
  private static let width = 236
  /// For the words above the highest bar.
  private static let room = 60
  private static let height = 40.0

  /// Shares, unless every year is whole: then the numbers themselves.
  private var isOfAll: Bool { trend.years.allSatisfy { $0.count == $0.of } }

  private func value(_ year: Trend.Year) -> Double { isOfAll ? Double(year.count) : year.share }

  private func text(_ year: Trend.Year) -> String {
    isOfAll ? Format.count(year.count) : Format.percent(year.share) + " %"
  }

  private var top: (index: Int, year: Trend.Year)? {
    trend.years.enumerated().max { value($0.element) < value($1.element) }
      .map { ($0.offset, $0.element) }
  }

  private func writeBars(to html: inout MarkupWriter) {
    let most = max(top.map { value($0.year) } ?? 0, .leastNonzeroMagnitude)
    html.startPath("bar")
    for (index, year) in trend.years.enumerated() {
      let height = max(0.5, value(year) / most * Self.height)
      html.put("M")
      html.integer(index * Self.pitch)
      html.put(" 54v-")
      html.decimal(height, 1)
      html.put("h")
      html.integer(Self.bar)
      html.put("v")
      html.decimal(height, 1)
      html.put("z")
    }
    html.endPath()
  }

  private func writePeak(to html: inout MarkupWriter) {
    guard let top, value(top.year) > 0 else { return }
    // Far to the left there is no room before the end of its bar.
    let isEarly = top.index * Self.pitch < Self.room
    let x = top.index * Self.pitch + (isEarly ? 0 : Self.bar)
    html.element(
      "text", "\(top.year.year): \(text(top.year))", Attribute("x", x), Attribute("y", 10),
      Attribute("text-anchor", isEarly ? nil : "end"))
  }

  private var label: String {
    trend.title + ": " + trend.years.map { "\($0.year) \(text($0))" }.joined(separator: ", ")
  }
}
