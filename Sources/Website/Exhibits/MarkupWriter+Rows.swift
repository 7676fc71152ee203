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

  /// What a row is of, which only a screen reader says: to the others it stands there.
  mutating func heardName(_ name: String) {
    put("<span class=vh>")
    text(name)
    put(": </span>")
  }

  /// How many times the usual a chance is, and the usual.
  mutating func times(_ times: Double, usual: Double) {
    put("<div class=x>")
    decimal(times, 1)
    put("× the usual ")
    percent(usual)
    put("</div>")
  }

  /// What shows it, as many as fit in a line or two, and of the first where to look.
  mutating func shown(by components: [String], _ channel: String?) {
    guard let first = components.first else { return }
    put("<p class=see>")
    text(first)
    if let channel {
      put(" (")
      text(channel)
      put(")")
    }
    let named = 3
    for component in components.dropFirst().prefix(named - 1) {
      put(", ")
      text(component)
    }
    guard components.count > named else { return }
    put(" and ")
    integer(components.count - named)
    put(" more")
  }
}
