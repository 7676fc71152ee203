import Text

extension MarkupWriter {
  /// The rank of a row of a list, if it has one, and the technique that it is about.
  mutating func ranked(_ rank: Int?, _ id: String, _ name: String, _ href: String) {
    put("<span class=rk>")
    if let rank { integer(rank) }
    put("</span><div class=nm>")
    link(id, name, href)
    put("</div>")
  }

  /// A share as a bar with its interval and the share expected, and in numbers.
  mutating func bar(_ share: Double, low: Double, high: Double, expected: Double) {
    BarHTML.write(share, low: low, high: high, expected: expected, to: &self)
    put("<div class=pc>")
    percent(share)
    put("<span>")
    percents(low, high)
    put("</span></div>")
  }
}
