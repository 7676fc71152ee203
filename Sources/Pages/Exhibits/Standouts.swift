package import Measures

/// The partners that stand out, the most certain first.
package struct Standouts: Sendable {
  package let entries: [Entry]

  package struct Entry: Sendable {
    package let id: String
    package let name: String
    package let path: String
    package let together: Int
    package let base: Int
    package let expected: Double
    /// Reports that cite the partner.
    package let partnerReports: Int
    package let ratio: Double
    package let lower: Double
    package let grade: Grade
    package let isSignificant: Bool
    /// Where the reports are.
    package let evidencePath: String
  }
}
