import Attack
import Foundation
import Measures
import Testing
import TestSupport

struct RankingMetricsTests {
  /// Of as many techniques, each rarer than the one before.
  private func base(_ count: Int) -> BaseRates {
    BaseRates(IndexedList((0..<count).map { 1 / Double($0 + 2) }))
  }

  @Test func `ranks one, three and seven come out as by hand`() {
    // Technique 0 is evidence, whatever its score; the rest are in descending order.
    let scores: IndexedList<Technique, Double> = [
      9, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2,
    ]
    let metrics = RankingMetrics(scores: scores, evidence: [0], hidden: [1, 3, 7], base: base(9))
    #expect(metrics.recallAt5 == 2.0 / 3 && metrics.recallAt10 == 1 && metrics.recallAt20 == 1)
    #expect(metrics.reciprocalRank == 1)
    let ideal = 1 + 1 / log2(3.0) + 0.5
    #expect(abs(metrics.ndcgAt20 - (1 + 0.5 + 1.0 / 3) / ideal) < 1e-15)
  }

  @Test func `equal scores stand in the order of ids`() {
    let metrics = RankingMetrics(scores: [1, 1, 1, 1], evidence: [1], hidden: [3], base: base(4))
    #expect(abs(metrics.reciprocalRank - 1.0 / 3) < 1e-15)
  }

  @Test(arguments: 0..<30)
  func `it is what sorting gives`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let scores = IndexedList<Technique, Double>(
      (0..<60).map { _ in Double(random.index(below: 30)) })
    let techniques = scores.indices.shuffled(using: &random)
    let (evidence, hidden) = (Array(techniques[..<3]), Array(techniques[3..<(4 + seed)]))
    let ranking = techniques[3...].sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    let places = ranking.indices.filter { hidden.contains(ranking[$0]) }
    let metrics = RankingMetrics(
      scores: scores, evidence: evidence, hidden: hidden, base: base(60))
    #expect(metrics.recallAt10 == Double(places.count { $0 < 10 }) / Double(hidden.count))
    #expect(metrics.recallAt20 == Double(places.count { $0 < 20 }) / Double(hidden.count))
    #expect(metrics.reciprocalRank == 1 / Double(places[0] + 1))
    #expect((0...1).contains(metrics.ndcgAt20))
  }

  @Test func `hidden in front is perfect`() {
    let scores = IndexedList<Technique, Double>((0..<40).map { Double(-$0) })
    let metrics = RankingMetrics(
      scores: scores, evidence: [0], hidden: (1...30).map { Index($0) }, base: base(40))
    #expect(metrics.ndcgAt20 == 1 && metrics.recallAt20 == 20.0 / 30)
    #expect(metrics.commonAt10 == 1)
  }

  @Test func `a surprise counts by its logarithm, and the fifteen most reported are told`() {
    let rates = IndexedList<Technique, Double>((0..<20).map { $0 < 15 ? 0.5 : 0.125 })
    let scores = IndexedList<Technique, Double>((0..<20).map { Double($0) })
    let metrics = RankingMetrics(
      scores: scores, evidence: [14], hidden: [2, 13, 16], base: BaseRates(rates))
    #expect(metrics.recallAt10 == 2.0 / 3 && metrics.surpriseRecallAt10 == 4.0 / 5)
    #expect(metrics.commonAt10 == 0.5)
  }
}
