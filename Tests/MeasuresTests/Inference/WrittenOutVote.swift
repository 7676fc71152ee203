import Attack
import Foundation
import Measures

/// The vote as its definition has it, in plain loops, to compare with.
struct WrittenOutVote {
  let training: TrainingSet
  let profiles: [[Double]]

  init(_ training: TrainingSet) {
    self.training = training
    profiles = Self.learnt(training.rows, techniqueCount: training.ids.count)
  }

  /// `(.05 V'V + sum of v v' + ridge I)^-1 sum of v`.
  static func solve(_ others: [[Double]], _ cited: [Int], _ ridge: Double) -> [Double] {
    let n = 16
    var matrix = Array(repeating: Array(repeating: 0.0, count: n + 1), count: n)
    for a in 0..<n {
      for b in 0..<n {
        matrix[a][b] = a == b ? ridge : 0
        for other in others { matrix[a][b] += 0.05 * other[a] * other[b] }
        for place in cited { matrix[a][b] += others[place][a] * others[place][b] }
      }
      for place in cited { matrix[a][n] += others[place][a] }
    }
    for pivot in 0..<n {
      for row in 0..<n where row != pivot {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot...n { matrix[row][column] -= factor * matrix[pivot][column] }
      }
    }
    return matrix.indices.map { matrix[$0][n] / matrix[$0][$0] }
  }

  static func learnt(_ rows: [[Int]], techniqueCount: Int) -> [[Double]] {
    let citing = (0..<techniqueCount).map { j in rows.indices.filter { rows[$0].contains(j) } }
    var random = SplitMix64(seed: 2018)
    var profiles = citing.map { reports in
      (0..<16).map { _ in reports.isEmpty ? 0 : Double(random.next() >> 11) * 0x1p-53 - 0.5 }
    }
    for _ in 0..<15 {
      let reports = rows.map { solve(profiles, $0, 3) }
      profiles = citing.map { solve(reports, $0, 3) }
    }
    return profiles.map { $0.map { ($0 * 64).rounded() / 64 } }
  }

  func base(_ technique: Int) -> Double {
    (Double(training.rows.count { $0.contains(technique) }) + 0.5)
      / (Double(training.rows.count) + 1)
  }

  func overlap(_ row: [Int], _ evidence: [Int]) -> Double {
    let family = { (j: Int) in training.ids[Index(j)].split(separator: ".")[0] }
    var (held, all) = (0.0, 0.0)
    for technique in evidence {
      let information = -log(base(technique))
      let isKin = row.contains { family($0) == family(technique) }
      held += information * (row.contains(technique) ? 1 : isKin ? 0.2 : 0)
      all += information
    }
    return held / all
  }

  func likeness(_ row: [Int], _ evidence: [Int]) -> Double {
    let own = Self.solve(profiles, evidence, 6 / Double(evidence.count))
    let other = Self.solve(profiles, row, 3)
    let product = { (a: [Double], b: [Double]) -> Double in
      zip(a, b).map { $0 * $1 }.reduce(0, +)
    }
    let lengths = sqrt(product(own, own)) * sqrt(product(other, other))
    return lengths > 0 ? product(own, other) / lengths : 0
  }

  /// The shares of the reports and, last, that of the base rates; the effective size before the
  /// doubt.
  ///
  /// For each of the absent that it holds a report has four fifths of its say left.
  func shares(_ evidence: [Int], doubting absent: [Int] = []) -> (shares: [Double], size: Double) {
    let rows = training.rows
    let count = Double(evidence.count)
    let votes = rows.map { row in row.contains { !evidence.contains($0) } }
    let left = rows.map { row in pow(0.8, Double(absent.count { row.contains($0) })) }
    let holding = rows.indices.map { r -> Double in
      guard votes[r] else { return 0 }
      let like = max(likeness(rows[r], evidence), 0.01)
      let held = left[r] * pow(overlap(rows[r], evidence), 3)
      return held * like * like / Double(rows[r].count)
    }
    let alike = rows.indices.map { r -> Double in
      guard votes[r] else { return 0 }
      let like = max(likeness(rows[r], evidence), 0)
      let whole = left[r] * pow(like, 4) / sqrt(Double(rows[r].count))
      return overlap(rows[r], evidence) == 0 ? 0.2 * whole : whole
    }
    let (a, l) = (holding.reduce(0, +) + 0.1 / (count * count), alike.reduce(0, +) + 0.01)
    var shares = zip(holding, alike).map { 0.5 * $0 / a + 0.5 * $1 / l }
    shares.append(0.5 * 0.1 / (count * count) / a + 0.5 * 0.01 / l)
    let mu = min(0.5, 1 - Double(rows.count) / 1000)
    shares = shares.map { $0 * (1 - mu) }
    for technique in evidence {
      let citing = rows.indices.filter { votes[$0] && rows[$0].contains(technique) }
      let sum = citing.reduce(0.3) { $0 + left[$1] / Double(rows[$1].count) }
      for report in citing {
        shares[report] += left[report] * mu / (sum * count * Double(rows[report].count))
      }
      shares[rows.count] += mu * 0.3 / (sum * count)
    }
    let rest = shares[rows.count]
    let squares = shares.dropLast().map { $0 * $0 }.reduce(rest * rest / Double(rows.count), +)
    let doubt = 30 / count / (30 / count + 1 / squares)
    shares = shares.map { $0 * (1 - doubt) }
    shares[rows.count] += doubt
    return (shares, 1 / squares)
  }
}
