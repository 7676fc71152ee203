package import Attack
import Foundation

/// Matrix factorisation by alternating least squares, as the TIE project has it.
///
/// Reports and techniques get four factors each; what is cited weighs twice what is not. Given the
/// factors v of the one side, a row of the other is `(V'V + sum v v')^-1 sum v`, the sums over
/// what it cites. A new report is solved for like an old one.
///
/// Source: Y. Hu, Y. Koren, C. Volinsky, "Collaborative Filtering for Implicit Feedback Datasets",
/// ICDM 2008, 263-272, as used by the Center for Threat-Informed Defense's Technique Inference
/// Engine.
package struct WeightedFactorization: Recommender {
  package typealias Factors = SIMD4<Double>

  package let techniques: [Factors]
  private let gram: Gram

  /// - Parameters:
  ///   - training: what to learn from.
  ///   - seed: of the normal numbers that the techniques' factors start from.
  package init(_ training: TrainingSet, seed: UInt64) {
    var citing: [[Int]] = Array(repeating: [], count: training.ids.count)
    for (report, row) in training.rows.enumerated() {
      for technique in row { citing[technique].append(report) }
    }
    var random = SplitMix64(seed: seed)
    var techniques = citing.map { _ in random.normalFactors() }
    for _ in 0..<Self.rounds {
      let reports = Self.solve(training.rows, against: techniques)
      techniques = Self.solve(citing, against: reports)
    }
    self.techniques = techniques
    gram = Gram(techniques)
  }

  package func scores(_ evidence: [Index<Technique>]) -> IndexedList<Technique, Double> {
    let report = Self.solve(evidence.map(\.number), against: techniques, gram)
    return IndexedList(techniques.map { ($0 * report).sum() })
  }

  private static func solve(_ rows: [[Int]], against others: [Factors]) -> [Factors] {
    let gram = Gram(others)
    return rows.map { solve($0, against: others, gram) }
  }

  private static func solve(_ row: [Int], against others: [Factors], _ gram: Gram) -> Factors {
    var own = gram
    var target = Factors.zero
    for index in row {
      own.addSquare(of: others[index])
      target += others[index]
    }
    return own.solve(target)
  }

  private static let rounds = 25
}

/// A symmetric matrix of four rows, sums of `v v'`.
private struct Gram {
  private var rows = Array(repeating: SIMD4<Double>.zero, count: 4)

  init(_ factors: [SIMD4<Double>]) {
    for factor in factors { addSquare(of: factor) }
  }

  mutating func addSquare(of factor: SIMD4<Double>) {
    for row in 0..<4 { rows[row] += factor * factor[row] }
  }

  /// By Cholesky-like elimination; a direction in which nothing is known gets 0.
  func solve(_ target: SIMD4<Double>) -> SIMD4<Double> {
    var rows = rows
    var target = target
    for pivot in 0..<4 where rows[pivot][pivot] > Self.nothing {
      for row in 0..<4 where row != pivot {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        rows[row] -= rows[pivot] * factor
        target[row] -= target[pivot] * factor
      }
    }
    var solution = SIMD4<Double>.zero
    for row in 0..<4 where rows[row][row] > Self.nothing {
      solution[row] = target[row] / rows[row][row]
    }
    return solution
  }

  private static let nothing = 1e-12
}

extension SplitMix64 {
  /// Four standard normal numbers, by the transform of Box and Muller (1958).
  fileprivate mutating func normalFactors() -> SIMD4<Double> {
    var factors = SIMD4<Double>.zero
    for index in 0..<4 {
      let radius = (-2 * log(1 - unit())).squareRoot()
      factors[index] = radius * cos(2 * Double.pi * unit())
    }
    return factors
  }

  /// In 0..<1.
  private mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
