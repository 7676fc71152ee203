import Attack
import Foundation
import Measures
import Testing
import TestSupport

struct CalibratedInferenceTests {
  private let training = TrainingSet(
    ids: ["T1", "T2", "T3"], keys: ["a", "b", "c"], rows: [[0, 1, 2], [0, 1], [1]],
    clusters: [0, 1, 2])

  private func learnt(_ training: TrainingSet) async -> CalibratedInference {
    CalibratedInference(
      training, await LearntInference(training), reports: training.rows.indices.map { Index($0) })
  }

  @Test func `an estimate is the vote, its calibration and its plain counts`() async {
    let model = VoteModel(training)
    let estimate = await learnt(training).estimate([1, 0, 0])
    let vote = model.infer([0, 1])
    #expect(estimate.vote.probabilities == vote.probabilities)
    #expect(await estimate.shown == Calibration(model).shown(vote))
    #expect(estimate.counts.togetherWithAll == [2, 2, 1])
    #expect(estimate.counts.reportsWithAll == 2)
    #expect(estimate.times(2) == estimate.shown[2] / vote.baseRates[2])
    let bounds = estimate.bounds(of: 2)
    #expect(bounds.low < estimate.shown[2] && estimate.shown[2] < bounds.high)
  }

  @Test func `a say tells what it comes from, the largest first`() async {
    let inference = await learnt(training)
    let vote = inference.estimate([0]).vote
    let says = inference.says(of: 1, in: vote)
    #expect(says.map(\.share) == vote.explanation([0, 1, 2]).map(\.term))
    #expect(says.map(\.held) == says.map { training.rows[$0.report.number].contains(0) ? 1 : 0 })
    #expect(says.map(\.techniques) == says.map { training.rows[$0.report.number].count })
    #expect(says.map(\.isKin) == says.map { $0.held > 0 })
  }

  @Test func `every report cites all of nothing`() async {
    let counts = await learnt(training).estimate([]).counts
    #expect(counts.reportsWithAll == 3)
    #expect(counts.togetherWithAll == [2, 3, 1])
  }

  @Test func `what was learnt reads back as it was`() async throws {
    var random = SplitMix64(seed: 4)
    let learnt = await LearntInference(TrainingSet.random(120, using: &random))
    let kept = try JSONEncoder().encode(learnt)
    #expect(try JSONDecoder().decode(LearntInference.self, from: kept) == learnt)
  }

  @Test func `without reports nothing is bounded`() async {
    let none = TrainingSet(ids: ["T1"], keys: [], rows: [], clusters: [])
    let bounds = await learnt(none).estimate([]).bounds(of: 0)
    #expect(bounds.low == 0 && bounds.high == 1)
  }
}
