import Foundation
import Measures
import Testing
import Attack

struct RankingMetricsTests {
  @Test func `ranks one, three and seven come out as by hand`() {
    // Technique 0 is evidence, whatever its score; the rest are in descending order.
    let scores = [9, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2]
    let metrics = RankingMetrics(scores: scores, evidence: [0], hidden: [1, 3, 7])
    #expect(metrics.recallAt5 == 2.0 / 3 && metrics.recallAt10 == 1 && metrics.recallAt20 == 1)
    #expect(metrics.reciprocalRank == 1)
    let ideal = 1 + 1 / log2(3.0) + 0.5
    #expect(abs(metrics.ndcgAt20 - (1 + 0.5 + 1.0 / 3) / ideal) < 1e-15)
  }

  @Test func `equal scores stand in the order of ids`() {
    let metrics = RankingMetrics(scores: [1, 1, 1, 1], evidence: [1], hidden: [3])
    #expect(abs(metrics.reciprocalRank - 1.0 / 3) < 1e-15)
  }

  @Test(arguments: 0..<30)
  func `it is what sorting gives`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let scores = (0..<60).map { _ in Double(random.index(below: 30)) }
    let techniques = Array(0..<60).shuffled(using: &random)
    let (evidence, hidden) = (Array(techniques[..<3]), Array(techniques[3..<(4 + seed)]))
    let ranking = techniques[3...].sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    let indices = ranking.indices.filter { hidden.contains(ranking[$0]) }
    let metrics = RankingMetrics(scores: scores, evidence: evidence, hidden: hidden)
    #expect(metrics.recallAt10 == Double(indices.count { $0 < 10 }) / Double(hidden.count))
    #expect(metrics.recallAt20 == Double(indices.count { $0 < 20 }) / Double(hidden.count))
    #expect(metrics.reciprocalRank == 1 / Double(indices[0] + 1))
    #expect((0...1).contains(metrics.ndcgAt20))
  }

  @Test func `hidden in front is perfect`() {
    let scores = (0..<40).map { Double(-$0) }
    let metrics = RankingMetrics(scores: scores, evidence: [0], hidden: Array(1...30))
    #expect(metrics.ndcgAt20 == 1 && metrics.recallAt20 == 20.0 / 30)
  }
}
