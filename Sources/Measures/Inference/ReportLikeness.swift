/// How alike each report is to what was seen, by their profiles.
package struct ReportLikeness: Sendable {
  private let equations: ProfileEquations
  /// By row, with the length of each.
  private let reports: [(profile: Profile, length: Double)]

  /// - Parameters:
  ///   - profiles: of the columns.
  ///   - rows: the columns that each report cites, ascending.
  package init(_ profiles: TechniqueProfiles, rows: [[Int]]) {
    let equations = ProfileEquations(profiles.techniques)
    self.equations = equations
    reports = equations.solutions(citing: rows, ridge: TechniqueProfiles.reportRidge).map {
      ($0, $0.length)
    }
  }

  /// By report the cosine of its profile and that of the evidence, given as ascending columns, at
  /// least one: -1...1, and 0 where either says nothing.
  package func callAsFunction(_ evidence: [Int]) -> [Double] {
    let own = equations.solution(citing: evidence, ridge: Self.ridge / Double(evidence.count))
    let length = own.length
    return reports.map { report in
      let lengths = length * report.length
      return lengths > 0 ? own.dot(report.profile) / lengths : 0
    }
  }

  /// How strongly the profile of one technique of evidence is held near zero.
  private static let ridge = 6.0
}

extension Profile {
  fileprivate var length: Double { dot(self).squareRoot() }
}
