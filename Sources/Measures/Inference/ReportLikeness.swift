/// How alike each report is to what was seen, by their profiles.
package struct ReportLikeness: Sendable {
  private let techniques: [Profile]
  private let all: ProfileEquations
  /// By row, with the length of each.
  private let reports: [(profile: Profile, length: Double)]

  /// - Parameters:
  ///   - profiles: of the columns.
  ///   - rows: the columns that each report cites, ascending.
  package init(_ profiles: TechniqueProfiles, rows: [[Int]]) {
    techniques = profiles.techniques
    let all = ProfileEquations(profiles.techniques)
    self.all = all
    reports = rows.map { row in
      let profile = all.solution(
        citing: row, of: profiles.techniques, ridge: TechniqueProfiles.reportRidge)
      return (profile, profile.length)
    }
  }

  /// By report the cosine of its profile and that of the evidence, given as ascending columns, at
  /// least one: -1...1, and 0 where either says nothing.
  package func callAsFunction(_ evidence: [Int]) -> [Double] {
    let own = all.solution(
      citing: evidence, of: techniques, ridge: Self.ridge / Double(evidence.count))
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
  /// The sum of the products, in the order of the indices.
  fileprivate func dot(_ other: Profile) -> Double {
    let products = self * other
    var sum = 0.0
    for index in products.indices { sum += products[index] }
    return sum
  }

  fileprivate var length: Double { dot(self).squareRoot() }
}
