package import Attack
import Foundation

/// How well a ranking finds what was hidden, each 0...1.
///
/// Source for NDCG: K. Järvelin and J. Kekäläinen, "Cumulated Gain-Based Evaluation of IR
/// Techniques", ACM Transactions on Information Systems 20 (2002) 422-446.
package struct RankingMetrics: Codable, Equatable, Sendable {
  /// The share of the hidden techniques among the first 5, 10 and 20.
  package var recallAt5 = 0.0
  package var recallAt10 = 0.0
  package var recallAt20 = 0.0
  /// Gain `1 / log2(rank + 1)` among the first 20, over that of a perfect ranking.
  package var ndcgAt20 = 0.0
  /// One over the rank of the first that was hidden.
  package var reciprocalRank = 0.0
  /// Recall among the first 10, each technique counting by how little it was to be expected:
  /// -log2 of its base rate.
  package var surpriseRecallAt10 = 0.0
  /// The part of the first 10 that is among the fifteen most reported.
  package var commonAt10 = 0.0

  init() {}

  /// - Parameters:
  ///   - scores: of all techniques; the evidence is no candidate, equals go by id.
  ///   - evidence: what was shown.
  ///   - hidden: at least one.
  ///   - base: what is known without evidence.
  package init(
    scores: IndexedList<Technique, Double>, evidence: [Index<Technique>],
    hidden: [Index<Technique>], base: BaseRates
  ) {
    var scores = scores
    for technique in evidence { scores[technique] = -.infinity }
    let ranks = hidden.map { Self.rank(of: $0, in: scores) }
    let recall = { (most: Int) in
      Double(ranks.count { $0 <= most }) / Double(hidden.count)
    }
    recallAt5 = recall(5)
    recallAt10 = recall(10)
    recallAt20 = recall(20)
    let gain = ranks.filter { $0 <= 20 }.sorted().reduce(0) { $0 + Self.gain(at: $1) }
    ndcgAt20 = gain / (1...min(20, hidden.count)).reduce(0) { $0 + Self.gain(at: $1) }
    reciprocalRank = 1 / Double(ranks.min() ?? 1)
    surpriseRecallAt10 = Self.surprise(hidden, ranks, base)
    let common = base.mostReported.filter { !evidence.contains($0) }
    commonAt10 = Double(common.count { Self.rank(of: $0, in: scores) <= 10 }) / 10
  }

  private static func surprise(
    _ hidden: [Index<Technique>], _ ranks: [Int], _ base: BaseRates
  ) -> Double {
    var found = 0.0
    var all = 0.0
    for (technique, rank) in zip(hidden, ranks) {
      let surprise = -log2(base.rates[technique])
      all += surprise
      if rank <= 10 { found += surprise }
    }
    return found / all
  }

  private static func rank(
    of technique: Index<Technique>, in scores: IndexedList<Technique, Double>
  ) -> Int {
    let score = scores[technique]
    var better = 0
    for (other, value) in scores.indexed() {
      if value > score || (value == score && other < technique) { better += 1 }
    }
    return better + 1
  }

  private static func gain(at rank: Int) -> Double { 1 / log2(Double(rank) + 1) }

  /// All metrics, for those who treat them alike.
  package static let all: [any WritableKeyPath<RankingMetrics, Double> & Sendable] = [
    \.recallAt5, \.recallAt10, \.recallAt20, \.ndcgAt20, \.reciprocalRank,
    \.surpriseRecallAt10, \.commonAt10,
  ]

  /// The plain mean of each; 0 of none.
  static func mean(_ metrics: [RankingMetrics]) -> RankingMetrics {
    var mean = RankingMetrics()
    for metric in all where !metrics.isEmpty {
      let sum = metrics.reduce(0) { $0 + $1[keyPath: metric] }
      mean[keyPath: metric] = sum / Double(metrics.count)
    }
    return mean
  }
}
