import Foundation
import Measures
import Testing

struct InferenceModelTests {
  @Test(arguments: 0..<30)
  func `it is the formula, written out`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let training = TrainingSet.random(seed % 7, using: &random)
    let evidence = training.ids.indices.filter { _ in random.index(below: 3) == 0 }
    let inference = InferenceModel(training).infer(evidence)
    for (technique, probability) in inference.probabilities.enumerated() {
      let twin = Self.writtenOut(training, evidence, technique)
      #expect(abs(probability - twin) < 1e-14)
      #expect(probability > 0 && probability < 1)
    }
  }

  @Test(arguments: 0..<20)
  func `a probability is the sum of its reports' terms and its base term`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let model = InferenceModel(TrainingSet.random(1 + seed % 9, using: &random))
    let inference = model.infer([0, 3])
    for technique in model.training.ids.indices {
      let terms = inference.explanation(model.reports(citing: technique))
      let sum = terms.reduce(inference.baseTerm(of: technique)) { $0 + $1.term }
      #expect(abs(sum - inference.probabilities[technique]) < 1e-14)
      #expect(zip(terms, terms.dropFirst()).allSatisfy { $0.term >= $1.term })
    }
  }

  @Test(arguments: 0..<20)
  func `leaving reports out is having learnt without them`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let training = TrainingSet.random(9, using: &random)
    let kept = training.rows.indices.filter { $0 % 3 != seed % 3 }
    let omissions = training.rows.indices.filter { $0 % 3 == seed % 3 }
      .map { Omission(row: $0, sightings: 1) }
    let left = InferenceModel(training).infer([1, 4], omitting: omissions)
    let without = InferenceModel(training.only(kept)).infer([1, 4])
    #expect(left.probabilities == without.probabilities)
    #expect(left.effectiveSize == without.effectiveSize)
  }

  @Test func `without evidence it is the base rate, and no report says so`() {
    var random = SplitMix64(seed: 3)
    let model = InferenceModel(TrainingSet.random(8, using: &random))
    let inference = model.infer([])
    for (probability, rate) in zip(inference.probabilities, model.baseRates) {
      #expect(abs(probability - rate) < 1e-15)
    }
    #expect(inference.totalWeight == 0 && inference.explanation(Array(0..<8)).isEmpty)
    #expect(abs(inference.effectiveSize - 8) < 1e-12)
  }

  @Test func `the ranking leaves the evidence out and puts equals in the order of ids`() {
    let training = TrainingSet(
      ids: ["T1", "T2", "T3", "T4"], keys: ["a", "b"], rows: [[0, 2], [0, 1, 3]],
      clusters: [0, 1])
    let inference = InferenceModel(training).infer([0, 0])
    #expect(inference.evidence == [0] && inference.ranking == [2, 1, 3])
  }

  @Test func `a row of three sightings is three reports`() {
    let once = TrainingSet(
      ids: ["T1", "T2", "T3"], keys: ["a", "b"], rows: [[0, 1], [0, 2]], clusters: [0, 1],
      sightings: [3, 1])
    let thrice = TrainingSet(
      ids: ["T1", "T2", "T3"], keys: ["a", "b", "c", "d"],
      rows: [[0, 1], [0, 1], [0, 1], [0, 2]],
      clusters: [0, 1, 2, 3])
    let (weighted, plain) = (InferenceModel(once).infer([0]), InferenceModel(thrice).infer([0]))
    for (left, right) in zip(weighted.probabilities, plain.probabilities) {
      #expect(abs(left - right) < 1e-15)
    }
    #expect(abs(weighted.effectiveSize - plain.effectiveSize) < 1e-12)
    #expect(InferenceModel(once).together(with: [0]) == [4, 3, 1])
  }

  @Test func `the interval holds the shown probability and widens with the evidence`() throws {
    var random = SplitMix64(seed: 8)
    let model = InferenceModel(TrainingSet.random(200, using: &random))
    let one = try #require(model.infer([0]).interval(around: 0.4))
    let two = try #require(model.infer([0, 3]).interval(around: 0.4))
    #expect(one.low < 0.4 && 0.4 < one.high)
    #expect(two.low < one.low && one.high < two.high)
    #expect(one == WilsonInterval(12, of: 30))
  }

  @Test func `no reports give numbers, and no interval`() {
    let empty = TrainingSet(ids: ["T1", "T2"], keys: [], rows: [], clusters: [])
    let inference = InferenceModel(empty).infer([1])
    #expect(inference.probabilities == [0.5, 0.5] && inference.effectiveSize == 0)
    #expect(inference.interval(around: 0.5) == nil)
  }

  private static func writtenOut(
    _ training: TrainingSet, _ evidence: [Int], _ technique: Int
  ) -> Double {
    let n = { (j: Int) in Double(training.rows.count { $0.contains(j) }) }
    let base = { (j: Int) in (n(j) + 0.5) / (Double(training.rows.count) + 1) }
    let family = { (j: Int) in training.ids[j].split(separator: ".")[0] }
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
