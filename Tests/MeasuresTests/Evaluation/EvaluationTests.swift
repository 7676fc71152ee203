import Attack
import Corpora
import Measures
import Testing
import Text

struct EvaluationTests {
  /// Reports of two habits, some of them of one campaign.
  private static func habits(_ count: Int) -> TrainingSet {
    var random = SplitMix64(seed: 11)
    let rows = (0..<count).map { report in
      (0..<16).filter { $0 % 2 == report % 2 && random.index(below: 10) < 7 }
    }
    return TrainingSet(
      ids: IndexedList((0..<16).map { "T\(1000 + $0)" }),
      keys: (0..<count).map { "key/\(1000 + $0)" },
      rows: rows, clusters: (0..<count).map { $0 - $0 % 3 })
  }

  @Test func `folds hold every report once and keep campaigns together`() {
    let all = Self.habits(60)
    let splits = EvaluationSplit.folds(all)
    #expect(splits.count == 5)
    #expect(splits.flatMap(\.testing.keys).sorted() == all.keys)
    for (fold, split) in splits.enumerated() {
      #expect((split.training.keys + split.testing.keys).sorted() == all.keys)
      #expect(Set(split.training.clusters).isDisjoint(with: split.testing.clusters))
      for cluster in split.testing.clusters {
        #expect(FNV1a.hash(all.keys[cluster].utf8) % 5 == UInt64(fold))
      }
    }
  }

  @Test func `two habits are told apart by all but popularity`() async throws {
    let evaluation = await Evaluation(EvaluationSplit.folds(Self.habits(60)))
    #expect(evaluation.methods.map(\.method) == EvaluatedMethod.allCases)
    let telling = try #require(evaluation.methods.first)
    let popularity = try #require(evaluation.methods.last)
    #expect(telling.metrics.recallAt5 > popularity.metrics.recallAt5 + 0.2)
    #expect(telling.advantage == 0...0 && telling.surpriseAdvantage == 0...0)
    for method in evaluation.methods {
      #expect(RankingMetrics.all.allSatisfy { (0...1).contains(method.metrics[keyPath: $0]) })
      #expect(method.recallInterval.contains(method.metrics.recallAt20))
    }
    #expect(Set(evaluation.queryCounts.keys) == [1, 2, 3, 5])
    #expect(evaluation.calibration.scores.logLoss < 0.7)
    #expect(evaluation.calibration.overall.value < 0.2)
  }

  @Test func `a second run gives the same numbers`() async {
    let splits = EvaluationSplit.folds(Self.habits(30))
    let (first, second) = (await Evaluation(splits), await Evaluation(splits))
    #expect(first.methods.map(\.metrics) == second.methods.map(\.metrics))
    #expect(first.calibration == second.calibration)
    #expect(first.methods.map(\.recallInterval) == second.methods.map(\.recallInterval))
  }

  @Test(arguments: [0, 1, 2])
  func `the smallest corpora have numbers`(count: Int) async {
    let evaluation = await Evaluation(EvaluationSplit.folds(Self.habits(count)))
    for method in evaluation.methods {
      #expect(RankingMetrics.all.allSatisfy { (0...1).contains(method.metrics[keyPath: $0]) })
    }
    #expect(evaluation.calibration.scores.logLoss.isFinite)
    #expect((0...1).contains(evaluation.calibration.topTwenty.value))
    #expect((0...1).contains(evaluation.tellingError.value))
  }
}
