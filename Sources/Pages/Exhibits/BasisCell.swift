package import Measures
import Text

/// A partner on one basis: its rank among the ten, and what it is counted in.
package struct BasisCell: Sendable {
  /// Among the ten seen most often; `nil` further down.
  package let rank: Int?
  /// Rows of the basis that have both.
  package let together: Int
  /// `nil` if the base is too small for a percentage.
  package let share: Double?
  package let interval: WilsonInterval?
  package let lower: Double
  /// `nil` if the basis is too small to judge what stands out.
  package let grade: Grade?

  /// `66 %, 55–75, no. 1`: all but the count and the grade.
  package var detail: String {
    let share = self.share.map { Format.percent($0) + "\u{A0}%" }
    let interval = self.interval.map {
      "\(Format.decimal($0.low * 100, 0))–\(Format.decimal($0.high * 100, 0))"
    }
    return [share, interval, rank.map { "no.\u{A0}\($0)" }].compactMap(\.self)
      .joined(separator: ", ")
  }
}
