import Corpora
import Measures
import Testing

@Suite(.enabled(if: RealRelease.areHereAndQuick))
struct RealEvaluationTests {
  /// Recall@10 and @20, surprise-weighted recall@10, how many of ten are among the fifteen most
  /// reported.
  private func expect(
    _ evaluation: Evaluation, _ method: EvaluatedMethod, _ figures: [Double]
  ) throws {
    let metrics = try #require(evaluation[method]).metrics
    let found = [
      metrics.recallAt10, metrics.recallAt20, metrics.surpriseRecallAt10, metrics.commonAt10 * 10,
    ]
    for (value, figure) in zip(found, figures) {
      #expect(abs(value - figure) < (figure > 1 ? 0.02 : 6e-5), "\(method): \(value), \(figure)")
    }
  }

  @Test func `Enterprise 18.1 reaches its goals on campaign folds`() async throws {
    let training = TrainingSet(try RealRelease.named("enterprise-attack-18.1"))
    let evaluation = await Evaluation(EvaluationSplit.folds(training))
    try expect(evaluation, .telling, [0.2958, 0.4373, 0.2312, 5.49])
    try expect(evaluation, .likely, [0.2932, 0.4372, 0.2051, 8.06])
    try expect(evaluation, .kernel, [0.2894, 0.4316, 0.2019, 8.01])
    #expect(EvaluationGoals(evaluation, .folds).goals.allSatisfy { $0.isMet })
    let calibration = evaluation.calibration
    #expect(abs(calibration.overall.value - 0.0002) < 5e-5)
    #expect(abs(calibration.topTwenty.value - 0.0034) < 5e-5)
    #expect(abs(evaluation.tellingError.value - 0.0044) < 5e-5)
    #expect(abs(try #require(evaluation[.popularity]).metrics.recallAt20 - 0.3545) < 5e-5)
    let row = try #require(evaluation[.rowPercentage])
    #expect(abs(row.metrics.recallAt20 - 0.4085) < 5e-5)
    #expect(row.advantage.lowerBound > 0.02 && row.advantage.upperBound < 0.038)
    let kernel = try #require(evaluation[.kernel])
    #expect(kernel.surpriseAdvantage.lowerBound > 0.023)
    let absences: [(plain: Double, doubting: Double)] = [
      (0.4407, 0.4420), (0.4370, 0.4373), (0.4416, 0.4418), (0.4389, 0.4401),
    ]
    for (row, figures) in zip(evaluation.absences.rows, absences) {
      #expect(abs(row.plain.recallAt20 - figures.plain) < 1e-4)
      #expect(abs(row.doubting.recallAt20 - figures.doubting) < 1e-4)
    }
  }

  @Test func `reports new in 18.1 are told from those of 17.1`() async throws {
    let release = TrainingSet(try RealRelease.named("enterprise-attack-18.1"))
    let before = TrainingSet(
      try RealRelease.named("enterprise-attack-17.1"), ids: release.ids)
    let known = Set(before.keys)
    let added = release.only(release.keys.indices.filter { !known.contains(release.keys[$0]) })
    #expect(added.keys.count == 113)
    let evaluation = await Evaluation([EvaluationSplit(training: before, testing: added)])
    try expect(evaluation, .telling, [0.2153, 0.3229, 0.1459, 4.99])
    try expect(evaluation, .likely, [0.2226, 0.3397, 0.1322, 7.82])
    try expect(evaluation, .kernel, [0.2228, 0.3401, 0.1336, 7.82])
    #expect(EvaluationGoals(evaluation, .time).goals.allSatisfy { $0.isMet })
    #expect(abs(try #require(evaluation[.rowPercentage]).metrics.recallAt20 - 0.3313) < 5e-5)
    #expect(abs(evaluation.calibration.overall.value - 0.0034) < 5e-5)
    #expect(abs(evaluation.calibration.topTwenty.value - 0.0168) < 5e-5)
  }

  @Test func `small releases are told as well as they can be`() async throws {
    let figures: [(String, [Double], [Double])] = [
      ("ics-attack-18.1", [0.3479, 0.5120, 0.3343, 6.14], [0.2950, 0.5046, 0.2736, 7.59]),
      ("mobile-attack-17.1", [0.4207, 0.6272, 0.3122, 8.81], [0.4177, 0.6286, 0.3013, 9.77]),
      ("enterprise-attack-2.0", [0.3602, 0.5462, 0.2926, 7.67], [0.3539, 0.5528, 0.2733, 9.28]),
    ]
    for (name, telling, likely) in figures {
      let training = TrainingSet(try RealRelease.named(name))
      let evaluation = await Evaluation(EvaluationSplit.folds(training))
      try expect(evaluation, .telling, telling)
      try expect(evaluation, .likely, likely)
    }
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
