/// How certain it is that a pair stands out.
package enum Grade: String, CaseIterable, Codable, Sendable {
  /// Above the expectation even at the lower bound: one in twenty would be chance.
  case firm
  /// A hint: a third of these would be chance.
  case possible
  /// Not listed.
  case weak

  /// The grades of what stands out.
  package static let listed = [Grade.firm, .possible]

  /// `nil` below three reports, which are too few.
  ///
  /// - Parameters:
  ///   - pair: what was seen, and what was expected.
  ///   - pValue: the chance of that many reports or more under the null hypothesis.
  package init?(_ pair: PairRatio, pValue: Double) {
    guard pair.together >= Self.fewestReports else { return nil }
    if Self.isFirm(pair) {
      self = .firm
    } else if pair.ratio.lower >= Self.possibleBound && pValue <= Self.level
      && Double(pair.together) > pair.expected
    {
      self = .possible
    } else {
      self = .weak
    }
  }

  /// Whether a pair is firm; that needs no test.
  static func isFirm(_ pair: PairRatio) -> Bool {
    pair.together >= fewestReports && pair.ratio.lower >= firmBound
  }

  /// The fewest reports that a pair is judged on.
  package static let fewestReports = 3
  private static let firmBound = 1.0
  private static let possibleBound = 0.8
  private static let level = 0.05
}
