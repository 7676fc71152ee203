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
    /// The chance before anything was seen.
    package let usual: Double
    /// How many times that its chance is.
    package let times: Double
    /// What the reports say when each counts as one.
    package let counts: String
    /// The reports that have most of the say.
    package let reports: [Report]
    /// How many more reports have a say, and their share of `raw`.
    package let others: (count: Int, share: Double)
    /// The share of `raw` that is due to the usual chance.
    package let baseTerm: Double
  }

  package struct Report: Sendable {
    /// Its share of `raw`.
    package let share: Double
    /// As far as known.
    package let published: String
    package let title: String
    package let path: String
    /// Why it has that share.
    package let reason: String
  }
}
