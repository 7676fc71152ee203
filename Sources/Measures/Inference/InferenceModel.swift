import Foundation

/// The probability of every technique, given the techniques seen.
///
/// Each report weighs by how much of the evidence it holds; the probability of a technique is the
/// weighted share of the reports that cite it, so that it is a sum of named reports' terms.
///
///     b_j = (n_j + 0.5) / (N + 1)                        the base rate
///     o_r = sum idf_i held_ri / sum idf_i                 over the evidence, idf_i = -ln b_i
///     w_r = o_r^3 / d_r                                   d_r: the techniques of the report
///     p_j = (sum w_r m_rj + s b_j) / (sum w_r + s)        s = 0.1 / max(|E|, 1)^2
///
/// `held` is 1 for a technique that the report cites, 0.2 where it cites one of its family only.
/// Sums over the evidence run in the order of ids, sums over reports in that of keys.
///
/// Source: E. A. Nadaraya (1964) and G. S. Watson (1964) for the weighted share; R. E. Krichevsky
/// and V. K. Trofimov, "The Performance of Universal Encoding", IEEE Transactions on Information
/// Theory 27 (1981) 199-207, for the base rate.
package struct InferenceModel: Sendable {
  package let training: TrainingSet
  /// Sightings that cite each technique (n).
  package let totals: [Int]
  /// All sightings (N).
  package let reportCount: Int
  /// The reports that cite each technique, ascending.
  private let holders: [[Int]]
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
    self.holders = holders
    self.totals = totals
    let families = Dictionary(grouping: training.ids.indices) { family in
      training.ids[family].prefix { $0 != "." }
    }
    var familyHolders = holders
    for members in families.values where members.count > 1 {
      let all = Set(members.flatMap { holders[$0] }).sorted()
      for member in members { familyHolders[member] = all }
    }
    self.familyHolders = familyHolders
  }

  /// The base rate of every technique: never 0, never 1.
  package var baseRates: [Double] { totals.map { Self.baseRate($0, of: reportCount) } }

  /// The weight of each technique as evidence: the rarer, the higher.
  package var informationContent: [Double] { baseRates.map { -log($0) } }

  /// Infers from evidence, given as columns; repeats count once.
  package func infer(_ evidence: [Int]) -> Inference { infer(evidence, omitting: []) }

  /// The reports that cite a technique, ascending.
  package func reports(citing technique: Int) -> [Int] { holders[technique] }

  /// For every technique the sightings that hold it and all of the evidence.
  package func together(with evidence: [Int]) -> [Int] {
    var counts = Array(repeating: 0, count: training.ids.count)
    for report in reports(citing: evidence) {
      for technique in training.rows[report] { counts[technique] += training.sightings[report] }
    }
    return counts
  }

  /// The sightings that hold all of the evidence.
  package func reportCount(with evidence: [Int]) -> Int {
    reports(citing: evidence).reduce(0) { $0 + training.sightings[$1] }
  }

  /// The reports that cite all of these techniques, ascending.
  private func reports(citing evidence: [Int]) -> [Int] {
    training.rows.indices.filter { evidence.allSatisfy(training.rows[$0].contains) }
  }

  private static func baseRate(_ total: Int, of reports: Int) -> Double {
    (Double(total) + 0.5) / (Double(reports) + 1)
  }

  /// The weight of a report that cites only a member of the family.
  private static let kin = 0.2
  /// The weight of the base rates beside one technique of evidence.
  private static let smoothing = 0.1
}

extension InferenceModel {
  /// Infers as if some sightings were not there.
  package func infer(_ evidence: [Int], omitting omissions: [Omission]) -> Inference {
    let evidence = Set(evidence).sorted()
    var sightings = training.sightings
    var totals = totals
    for omission in omissions {
      sightings[omission.row] -= omission.sightings
      for technique in training.rows[omission.row] { totals[technique] -= omission.sightings }
    }
    let reports = reportCount - omissions.reduce(0) { $0 + $1.sightings }
    let baseRates = totals.map { Self.baseRate($0, of: reports) }
    let information = evidence.map { -log(baseRates[$0]) }
    let all = information.reduce(0, +)
    var weights = overlaps(evidence, information)
    for report in weights.indices where weights[report] > 0 {
      let overlap = weights[report] / all
      let size = Double(training.rows[report].count)
      weights[report] = Double(sightings[report]) * (overlap * overlap * overlap) / size
    }
    let count = Double(max(evidence.count, 1))
    return Inference(
      evidence: evidence, weights: weights, smoothing: Self.smoothing / (count * count),
      baseRates: baseRates, rows: training.rows, sightings: sightings, reports: reports)
  }

  /// How much of the evidence each report holds: the numerator of o.
  private func overlaps(_ evidence: [Int], _ informationContent: [Double]) -> [Double] {
    var sums = Array(repeating: 0.0, count: training.rows.count)
    for (technique, information) in zip(evidence, informationContent) {
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
    return sums
  }
}
