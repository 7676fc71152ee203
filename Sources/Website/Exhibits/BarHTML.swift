import Text
import Measures
import Pages

/// Writes the bar of a share, for the eye only: its number stands beside it.
enum BarHTML {
  /// The bar, with a line for the interval and a tick at the share expected, where they are known;
  /// the style sheet gives each its width.
  static func bar(_ share: Double, low: Double, high: Double, expected: Double) -> String {
    let tick = percent(expected)
    return svg(
      share,
      """
      <line class="wh" x1="\(percent(low))%" x2="\(percent(high))%"/>\
      <line class="ex" x1="\(tick)%" x2="\(tick)%" y2="14"/>
      """)
  }

  static func bar(_ share: Double) -> String { svg(share, "") }

  private static func svg(_ share: Double, _ marks: String) -> String {
    """
    <svg class="barv" aria-hidden="true"><line x2="\(percent(share))%"/>\(marks)</svg>
    """
  }

  private static func percent(_ share: Double) -> String {
    Format.decimal(min(1, share) * 100, 1)
  }
}
