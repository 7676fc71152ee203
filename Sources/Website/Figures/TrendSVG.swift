import Pages

/// Draws a small chart of years.
struct TrendSVG {
  private let trend: Trend

  init(_ trend: Trend) { self.trend = trend }

  func html(named name: String) -> String {
    guard let first = trend.years.first, let last = trend.years.last else { return "" }
    return """
      <figure class="trend"><figcaption>\(HTMLText.escape(trend.title))</figcaption>\
      <svg role="img" viewBox="0 0 \(width) 68" aria-label="\(HTMLText.escape(label))">\
      <g transform="translate(0 14)">\(bars)</g><g font-size="11" fill="currentColor">\(peak)\
      <text x="0" y="66">\(first.year)</text><text x="\(width)" y="66" text-anchor="end">\
      \(last.year)</text></g></svg></figure>

      """
  }

  private var width: Int { max(4, trend.years.count) * 19 }

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
      let height = max(0.5, value(year) / most * 40)
      return """
        <rect class="bar" x="\(place * 19)" y="\(Format.decimal(40 - height, 1))" width="16" \
        height="\(Format.decimal(height, 1))"/>
        """
    }.joined()
  }

  private var peak: String {
    guard let top, value(top.year) > 0 else { return "" }
    let anchor = top.place == 0 ? "start" : top.place == trend.years.count - 1 ? "end" : "middle"
    let x = top.place * 19 + (anchor == "start" ? 0 : anchor == "end" ? 16 : 8)
    return "<text x=\"\(x)\" y=\"10\" text-anchor=\"\(anchor)\">\(text(top.year))</text>"
  }

  private var label: String {
    trend.title + ": " + trend.years.map { "\($0.year) \(text($0))" }.joined(separator: ", ")
  }
}
