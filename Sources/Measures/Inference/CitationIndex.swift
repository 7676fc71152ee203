import Attack

/// Which reports cite which technique, and any of its family: what every inference counts from.
///
/// In rows and columns of the training set.
package struct CitationIndex: Sendable {
  package let training: TrainingSet
  /// Sightings that cite each technique (n).
  package let totals: [Int]
  /// All sightings (N).
  package let reportCount: Int
  /// By report, the techniques that it cites.
  let rows: PackedRows
  /// By report, how many techniques it cites.
  let sizes: [Double]
  /// The reports that cite each technique, ascending.
  let holders: [[Int]]
  /// The reports that cite any of each technique's family, ascending.
  private let familyHolders: [[Int]]

  package init(_ training: TrainingSet) {
    self.training = training
    reportCount = training.sightings.reduce(0, +)
    var holders: [[Int]] = Array(repeating: [], count: training.ids.count)
    var totals = Array(repeating: 0, count: training.ids.count)
    for (report, techniques) in training.rows.enumerated() {
      for technique in techniques {
        holders[technique].append(report)
        totals[technique] += training.sightings[report]
      }
    }
    rows = PackedRows(training.rows)
    sizes = training.rows.map { Double($0.count) }
    self.holders = holders
    self.totals = totals
    familyHolders = Self.familyHolders(training.ids, holders)
  }

  private static func familyHolders(
    _ ids: IndexedList<Technique, String>, _ holders: [[Int]]
  ) -> [[Int]] {
    let families = Dictionary(grouping: ids.indices) { TechniqueID.family(of: ids[$0]) }
      .mapValues { $0.map(\.number) }
    var familyHolders = holders
    for members in families.values where members.count > 1 {
      let all = Set(members.flatMap { holders[$0] }).sorted()
      for member in members { familyHolders[member] = all }
    }
    return familyHolders
  }

  /// What a report's citing one of the family only is worth.
  private static let kin = 0.2
}

extension CitationIndex {
  /// What counts once some sightings are left out.
  func counted(omitting omissions: [Omission]) -> CountedSightings {
    var counted = CountedSightings(
      ofRows: training.sightings, totals: totals, reports: reportCount)
    for omission in omissions {
      counted.ofRows[omission.row] -= omission.sightings
      counted.reports -= omission.sightings
      for technique in training.rows[omission.row] {
        counted.totals[technique] -= omission.sightings
      }
    }
    return counted
  }

  /// How much of the evidence each report holds (o).
  ///
  /// - Parameters:
  ///   - evidence: columns, ascending.
  ///   - baseRates: of all techniques; the rarer one is, the more it counts.
  /// - Returns: by report, 0...1: 1 for all of it.
  func overlaps(_ evidence: [Int], _ baseRates: [Double]) -> [Double] {
    let information = evidence.map { baseRates[$0].informationContent }
    let all = information.reduce(0, +)
    var sums = Array(repeating: 0.0, count: training.rows.count)
    for (technique, information) in zip(evidence, information) {
      var citing = holders[technique][...]
      for report in familyHolders[technique] {
        if citing.first == report {
          sums[report] += information
          citing.removeFirst()
        } else {
          sums[report] += information * Self.kin
        }
      }
    }
    return evidence.isEmpty ? sums : sums.map { $0 / all }
  }
}

/// Sightings, all of them or without some that are left out.
struct CountedSightings: Sendable {
  /// By row.
  var ofRows: [Int]
  /// By technique, the sightings that cite it (n).
  var totals: [Int]
  /// All of them (N).
  var reports: Int

  /// By technique, its base rate: never 0, never 1.
  ///
  /// Source: R. E. Krichevsky and V. K. Trofimov, "The Performance of Universal Encoding", IEEE
  /// Transactions on Information Theory 27 (1981) 199-207.
  var baseRates: [Double] { totals.map { (Double($0) + 0.5) / (Double(reports) + 1) } }
}
