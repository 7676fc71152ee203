/// A date as far as it is known: a year, a month of it, or a day.
package struct PartialDate: Hashable, Sendable {
  package let year: Int
  package let month: Int?
  package let day: Int?

  package init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }
}

extension PartialDate: CustomStringConvertible {
  /// `2016`, `2016-11` or `2016-11-30`.
  package var description: String {
    [year, month, day].compactMap(\.self).map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: "-")
  }
}

extension PartialDate: Comparable {
  /// By time; a less precise date comes first.
  package static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }
}
