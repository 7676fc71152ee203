/// How sure it is that a pair stands out.
package enum Grade: String, CaseIterable, Codable, Sendable {
  /// Above the expectation even at the lower bound: one in twenty would be chance.
  case firm
  /// A hint: a third of these would be chance.
  case possible
  /// Not listed.
  case weak

  /// The grades of what stands out.
  package static let listed = [Grade.firm, .possible]

  /// `nil` below three reports: too few to say anything.
  ///
  /// - Parameters:
  ///   - together: the reports that cite both (O).
  ///   - expected: how many would by the sizes of the reports (E).
  ///   - pValue: the chance of so many, or more, under the null.
  package init?(together: Int, expected: Double, pValue: Double) {
    guard together >= Self.fewestReports else { return nil }
    let lower = ShrunkenRatio(together: together, expected: expected).lower
    if lower >= Self.firmBound {
      self = .firm
    } else if lower >= Self.possibleBound && pValue <= Self.level
      && Double(together) > expected
    {
      self = .possible
    } else {
      self = .weak
    }
  }

  /// The fewest reports that a pair is judged on.
  package static let fewestReports = 3
  private static let firmBound = 1.0
  private static let possibleBound = 0.8
  private static let level = 0.05
}
