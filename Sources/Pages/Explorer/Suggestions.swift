/// What to look for next, given what was observed: each with its estimate and the reports behind
/// it.
package struct Suggestions: Sendable {
  /// The observed techniques.
  package let observed: [Link]
  /// The arguments with which `infer` gives the same.
  package let command: String
  /// All reports, and those that cite all of the evidence.
  package let reportCount: Int
  package let reportsWithAll: Int
  package let entries: [Entry]

  package struct Entry: Sendable {
    package let id: String
    package let name: String
    package let path: String
    package let tactics: [String]
    /// As the formula has it.
    package let raw: Double
    /// Calibrated: the one that is shown, and the bounds around it.
    package let probability: Double
    package let low: Double
    package let high: Double
    package let baseRate: Double
    /// Reports that cite it and all of the evidence.
    package let together: Int
    /// The reports that contribute most.
    package let reports: [Report]
    /// How many more reports contribute, and their share of `raw`.
    package let others: (count: Int, term: Double)
    /// The share of `raw` that is due to the base rate.
    package let baseTerm: Double
  }

  package struct Report: Sendable {
    /// Its share of `raw`.
    package let term: Double
    /// As far as known.
    package let published: String
    package let title: String
    package let path: String
  }
}
