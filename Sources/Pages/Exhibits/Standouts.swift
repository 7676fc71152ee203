package import Measures

/// The partners that stand out, by how many times the expected they are seen at least.
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
    package let lower: Double
    package let grade: Grade
    package let isSignificant: Bool
    /// Where the reports stand.
    package let evidencePath: String
  }
}
