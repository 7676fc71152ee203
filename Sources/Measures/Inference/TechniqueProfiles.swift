import Corpora
import Text

/// The profiles of techniques, learnt from which reports cite them.
///
/// Reports and techniques get profiles in turns. Given the profiles v of the one side, a row of the
/// other is `(.05 V'V + sum v v' + 3 I)^-1 sum v`, the sums over what it cites. After fifteen
/// rounds they are rounded to 1/64, so that a byte holds each number and no rounding error of the
/// way there stays.
///
/// Source: Y. Hu, Y. Koren, C. Volinsky, "Collaborative Filtering for Implicit Feedback Datasets",
/// ICDM 2008, 263-272.
package struct TechniqueProfiles: Codable, Equatable, Sendable {
  /// By column, in steps of 1/64; zero where no report cites the technique.
  package let techniques: [Profile]

  /// How many numbers a profile has.
  package static let size = Profile.scalarCount

  /// What was learnt before: by column its numbers in steps of 1/64, `size` of them.
  package init(steps: [[Int]]) {
    techniques = steps.map { numbers in
      var profile = Profile.zero
      for (index, number) in numbers.enumerated() { profile[index] = Double(number) / Self.steps }
      return profile
    }
  }

  /// Learnt from all reports; in a large corpus from some thousands, by a hash of their keys.
  package init(_ training: TrainingSet) {
    self.init(training, reports: training.sample(LargeCorpus.fewestRows))
  }

  /// - Parameters:
  ///   - training: its ids number the columns.
  ///   - reports: the rows to learn from, ascending.
  package init(_ training: TrainingSet, reports: [Int]) {
    let rows = reports.map { training.rows[$0] }
    let sightings = reports.map { training.sightings[$0] }
    let counts = sightings.allSatisfy { $0 == 1 } ? nil : sightings
    let citing = rows.grouped(training.ids.count) { $0 }
    var profiles = Self.start(citing)
    for _ in 0..<Self.rounds {
      let solved = Self.solve(rows, against: profiles)
      profiles = Self.solve(citing, against: solved, counts: counts)
    }
    techniques = profiles.map { ($0 * Self.steps).rounded(.toNearestOrAwayFromZero) / Self.steps }
  }

  /// Numbers in -0.5..<0.5 for each technique that is cited, in turn.
  private static func start(_ citing: [[Int]]) -> [Profile] {
    var random = SplitMix64(seed: 2018)
    return citing.map { reports in
      var profile = Profile.zero
      guard !reports.isEmpty else { return profile }
      for index in profile.indices { profile[index] = Double(random.next() >> 11) * 0x1p-53 - 0.5 }
      return profile
    }
  }

  /// A profile for every row, from those of what it cites; `counts` says how many rows each of
  /// these stands for, where that is not one.
  private static func solve(
    _ rows: [[Int]], against others: [Profile], counts: [Int]? = nil
  ) -> [Profile] {
    ProfileEquations(others, counts: counts).solutions(citing: rows, ridge: reportRidge)
  }

  /// How strongly the profile of a report is held near zero.
  static let reportRidge = 3.0
  /// By column its sixteen numbers, in steps of 1/64.
  package var steps: [[Int]] {
    techniques.map { profile in profile.indices.map { Int(profile[$0] * Self.steps) } }
  }

  private static let rounds = 15
  private static let steps = 64.0
}
