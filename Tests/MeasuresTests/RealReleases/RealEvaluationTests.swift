import Corpora
import Measures
import Testing

@Suite(.enabled(if: RealRelease.areHereAndQuick))
struct RealEvaluationTests {
  private func recalls(_ evaluation: Evaluation) -> [EvaluatedMethod: Double] {
    Dictionary(
      uniqueKeysWithValues: evaluation.methods.map { ($0.method, $0.metrics.recallAt20) })
  }

  @Test func `Enterprise 18.1 reaches its goals on campaign folds`() async throws {
    let training = TrainingSet(try RealRelease.named("enterprise-attack-18.1"))
    let evaluation = await Evaluation(EvaluationSplit.folds(training))
    let recalls = recalls(evaluation)
    let kernel = try #require(recalls[.kernel])
    let popularity = try #require(recalls[.popularity])
    #expect(abs(kernel - 0.4316) < 5e-5)
    #expect(abs(try #require(recalls[.rowPercentage]) - 0.4085) < 5e-5)
    #expect(abs(popularity - 0.3545) < 5e-5)
    #expect(kernel / (try #require(recalls[.factorization])) >= 1.14)
    #expect(kernel / popularity >= 1.20)
    let calibration = evaluation.calibration
    #expect(abs(calibration.overall.value - 0.0003) < 5e-5)
    #expect(abs(calibration.topTwenty.value - 0.0067) < 5e-5)
    #expect(evaluation.calibrationBySize.values.allSatisfy { $0.topTwenty.value <= 0.012 })
    let row = try #require(evaluation.methods.first { $0.method == .rowPercentage })
    #expect(row.kernelAdvantage.lowerBound > 0.018 && row.kernelAdvantage.upperBound < 0.029)
  }

  @Test func `reports new in 18.1 are told from those of 17.1`() async throws {
    let release = TrainingSet(try RealRelease.named("enterprise-attack-18.1"))
    let before = TrainingSet(
      try RealRelease.named("enterprise-attack-17.1"), ids: release.ids)
    let known = Set(before.keys)
    let added = release.only(release.keys.indices.filter { !known.contains(release.keys[$0]) })
    #expect(added.keys.count == 113)
    let evaluation = await Evaluation([EvaluationSplit(training: before, testing: added)])
    let recalls = recalls(evaluation)
    let kernel = try #require(recalls[.kernel])
    #expect(abs(kernel - 0.3401) < 5e-5)
    #expect(abs(try #require(recalls[.rowPercentage]) - 0.3313) < 5e-5)
    #expect(abs(try #require(recalls[.popularity]) - 0.2999) < 6e-5)
    #expect(kernel / (try #require(recalls[.factorization])) >= 1.15)
    #expect(abs(evaluation.calibration.overall.value - 0.0038) < 5e-5)
    #expect(abs(evaluation.calibration.topTwenty.value - 0.0174) < 5e-5)
  }

  @Test func `what stands out in one half of the reports comes back in the other`() async throws {
    let release = try RealRelease.named("enterprise-attack-18.1")
    let replication = await Replication(release.matrix, ids: release.ids)
    let published: [(ListingRule, Double)] = [
      (.popularity, 0.48), (.share, 0.63), (.normalizedPMI, 0.35), (.pValue, 0.61),
      (.standingOut, 0.873),
    ]
    for (rule, rate) in published {
      #expect(abs(try #require(replication.rates[rule]) - rate) < 0.015, "\(rule)")
    }
    #expect(abs(try #require(replication.gradeRates[.firm]) - 0.945) < 0.005)
    #expect(abs(try #require(replication.gradeRates[.possible]) - 0.788) < 0.005)
  }

  @Test func `shuffled reports give few firm pairs`() async throws {
    let release = try RealRelease.named("enterprise-attack-18.1")
    let corpora = await ShuffledCorpora(release.matrix, ids: release.ids)
    #expect(abs(try #require(corpora.shuffled[.firm]) - 42) < 5)
    #expect(abs(try #require(corpora.shuffled[.possible]) - 259) < 15)
    #expect(corpora.real[.firm] == 891 && corpora.real[.possible] == 819)
  }
}
