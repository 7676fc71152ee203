import Pages
import Text

/// Draws a small chart of years: a bar a year, the highest with its value.
struct TrendSVG {
  private let trend: Trend

  init(_ trend: Trend) { self.trend = trend }

  func html(named name: String) -> String {
    guard let first = trend.years.first?.year, let last = trend.years.last?.year else { return "" }
    let end = (trend.years.count - 1) * Self.pitch + Self.bar
    let ending =
      first == last ? "" : "<text x=\"\(end)\" y=\"68\" text-anchor=\"end\">\(last)</text>"
    return """
      <figure class="trend"><figcaption>\(HTMLText.escape(trend.title))</figcaption>\
      <svg role="img" viewBox="0 0 \(Self.width) 70" width="\(Self.width)" height="70" \
      aria-label="\(HTMLText.escape(label))"><path class="bar" d="\(bars)"/>\(peak)\
      <text y="68">\(first)</text>\(ending)</svg></figure>

      """
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

  private var top: (place: Int, year: Trend.Year)? {
    trend.years.enumerated().max { value($0.element) < value($1.element) }
      .map { ($0.offset, $0.element) }
  }

  private var bars: String {
    let most = max(top.map { value($0.year) } ?? 0, .leastNonzeroMagnitude)
    return trend.years.enumerated().map { place, year in
      let height = max(0.5, value(year) / most * Self.height)
      let h = Format.decimal(height, 1)
      return "M\(place * Self.pitch) 54v-\(h)h\(Self.bar)v\(h)z"
    }.joined()
  }

  private var peak: String {
    guard let top, value(top.year) > 0 else { return "" }
    // Far to the left there is no room before the end of its bar.
    let isEarly = top.place * Self.pitch < Self.room
    let x = top.place * Self.pitch + (isEarly ? 0 : Self.bar)
    let anchor = isEarly ? "" : " text-anchor=\"end\""
    let told = HTMLText.escape("\(top.year.year): \(text(top.year))")
    return "<text x=\"\(x)\" y=\"10\"\(anchor)>\(told)</text>"
  }

  private var label: String {
    trend.title + ": " + trend.years.map { "\($0.year) \(text($0))" }.joined(separator: ", ")
  }
}
