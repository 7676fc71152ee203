import Attack
import Foundation
import Testing

@testable import Measures

struct KernelModelTests {
  @Test(arguments: 0..<30)
  func `it is the formula, written out`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let training = TrainingSet.random(seed % 7, using: &random)
    let evidence = training.ids.indices.filter { _ in random.index(below: 3) == 0 }
    for (technique, score) in KernelModel(training).scores(evidence).indexed() {
      #expect(abs(score - Self.writtenOut(training, evidence, technique)) < 1e-14)
    }
  }

  private static func writtenOut(
    _ training: TrainingSet, _ evidence: [Index<Technique>], _ technique: Index<Technique>
  ) -> Double {
    let (evidence, technique) = (evidence.map(\.number), technique.number)
    let n = { (j: Int) in Double(training.rows.count { $0.contains(j) }) }
    let base = { (j: Int) in (n(j) + 0.5) / (Double(training.rows.count) + 1) }
    let family = { (j: Int) in training.ids[Index(j)].split(separator: ".")[0] }
    let weights = training.rows.map { row in
      let held = evidence.map { i in
        row.contains(i) ? 1 : row.contains { family($0) == family(i) } ? 0.2 : 0
      }
      let all = evidence.reduce(0) { $0 - log(base($1)) }
      let sum = zip(evidence, held).reduce(0) { $0 - log(base($1.0)) * $1.1 }
      return evidence.isEmpty || row.isEmpty ? 0 : pow(sum / all, 3) / Double(row.count)
    }
    let smoothing = 0.1 / pow(Double(max(1, evidence.count)), 2)
    let citing = zip(training.rows, weights).reduce(0) {
      $0 + ($1.0.contains(technique) ? $1.1 : 0)
    }
    return (citing + smoothing * base(technique)) / (weights.reduce(0, +) + smoothing)
  }
}
