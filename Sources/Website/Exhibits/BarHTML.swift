import Text

/// Writes the bar of a share, for the eye only: its number is beside it.
///
/// The style sheet gives each line of it its width.
enum BarHTML {
  /// The bar, with a line for the interval and a tick at the share expected.
  static func write(
    _ share: Double, low: Double, high: Double, expected: Double, to html: inout MarkupWriter
  ) {
    start(share, to: &html)
    html.empty(
      "line", Attribute("class", "wh"), Attribute("x1", percent(low)),
      Attribute("x2", percent(high)))
    end(tickAt: expected, to: &html)
  }

  /// The bar, with a tick at the share expected.
  static func write(_ share: Double, expected: Double, to html: inout MarkupWriter) {
    start(share, to: &html)
    end(tickAt: expected, to: &html)
  }

  static func write(_ share: Double, to html: inout MarkupWriter) {
    start(share, to: &html)
    html.close("svg")
  }

  private static func start(_ share: Double, to html: inout MarkupWriter) {
    html.put("<svg class=barv aria-hidden=true>")
    html.empty("line", Attribute("x2", percent(share)))
  }

  private static func end(tickAt share: Double, to html: inout MarkupWriter) {
    let tick = percent(share)
    html.empty(
      "line", Attribute("class", "ex"), Attribute("x1", tick), Attribute("x2", tick),
      Attribute("y2", 14))
    html.close("svg")
  }

  private static func percent(_ share: Double) -> Tenths {
    Tenths(number: min(1, share) * 100, unit: "%")
  }
}
