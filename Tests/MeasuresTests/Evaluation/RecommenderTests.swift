import Attack
import Measures
import Testing
import TestSupport

struct RecommenderTests {
  private let training = TrainingSet(
    ids: ["T1", "T2", "T3", "T4"], keys: ["a", "b", "c", "d"],
    rows: [[0, 1], [0, 1, 2], [0, 2], [2]], clusters: [0, 1, 2, 3])

  @Test func `popularity is the base rate, whatever was seen`() {
    let popularity = Popularity(BaseRates(VoteModel(training).baseRates))
    #expect(
      popularity.scores([1]) == [0.7, 0.5, 0.7, 0.1]
        && popularity.scores([]) == popularity.scores([0]))
  }

  @Test func `row percentages are averaged over the evidence`() {
    let rows = RowPercentage(training)
    let third = 2.0 / 3
    let ofFirst: IndexedList<Technique, Double> = [1, third, third, 0]
    let ofBoth: IndexedList<Technique, Double> = [1, (third + 1) / 2, (third + 0.5) / 2, 0]
    #expect(rows.scores([0]) == ofFirst && rows.scores([0, 1]) == ofBoth)
    #expect(rows.scores([3]) == [0, 0, 0, 0] && rows.scores([]) == [0, 0, 0, 0])
  }

  @Test(arguments: 0..<10)
  func `a new report's factors solve the normal equations`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let model = WeightedFactorization(
      TrainingSet.random(40, using: &random), seed: UInt64(seed))
    let evidence: [Index<Technique>] = [1, 4]
    let scores = model.scores(evidence)
    var residual = SIMD4<Double>.zero
    for (factors, score) in zip(model.techniques, scores) { residual += factors * score }
    for technique in evidence {
      residual += model.techniques[technique.number] * (scores[technique] - 1)
    }
    #expect((0..<4).allSatisfy { abs(residual[$0]) < 1e-9 })
  }

  @Test func `factors find two habits, and a seed always gives the same`() {
    let rows = (0..<40).map { $0 % 2 == 0 ? [0, 1, 2] : [3, 4, 5] }
    let training = TrainingSet(
      ids: IndexedList((1...6).map { "T\($0)" }), keys: (10..<50).map { "\($0)" }, rows: rows,
      clusters: Array(0..<40))
    let scores = WeightedFactorization(training, seed: 1).scores([3])
    #expect(min(scores[4], scores[5]) > 10 * max(scores[0], scores[1], scores[2]))
    #expect(WeightedFactorization(training, seed: 1).scores([3]) == scores)
    #expect(WeightedFactorization(training, seed: 2).scores([3]) != scores)
  }

  @Test func `nothing learnt is no number out of bounds`() {
    let empty = TrainingSet(ids: ["T1", "T2"], keys: [], rows: [], clusters: [])
    #expect(WeightedFactorization(empty, seed: 1).scores([0]) == [0, 0])
    #expect(RowPercentage(empty).scores([0]) == [0, 0])
  }
}
