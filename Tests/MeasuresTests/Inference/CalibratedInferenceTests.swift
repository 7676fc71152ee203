import Measures
import Testing

struct CalibratedInferenceTests {
  private let training = TrainingSet(
    ids: ["T1", "T2", "T3"], keys: ["a", "b", "c"], rows: [[0, 1, 2], [0, 1], [1]],
    clusters: [0, 1, 2])

  @Test func `an estimate is the inference, its calibration and its plain counts`() async {
    let model = InferenceModel(training)
    let estimate = await CalibratedInference(model).estimate([1, 0, 0])
    let inference = model.infer([0, 1])
    #expect(estimate.inference.probabilities == inference.probabilities)
    #expect(await estimate.shown == Calibration(model).shown(inference))
    #expect(estimate.together == [2, 2, 1])
    #expect(estimate.reportsWithAll == 2)
    let bounds = estimate.bounds(of: 2)
    #expect(bounds.low < estimate.shown[2] && estimate.shown[2] < bounds.high)
  }

  @Test(arguments: [0, 3, 30, 300])
  func `one question alone is answered as among others`(reports: Int) async {
    var random = SplitMix64(seed: UInt64(reports))
    let model = InferenceModel(TrainingSet.random(reports, using: &random))
    let calibrated = await CalibratedInference(model)
    for evidence in [[], [0], [1, 3], [0, 2, 5], [0, 1, 3, 4], [0, 1, 2, 3, 4, 5]] {
      let (alone, among) = (await Estimate(model, evidence), calibrated.estimate(evidence))
      #expect(alone.shown == among.shown)
      #expect(alone.inference.probabilities == among.inference.probabilities)
    }
  }

  @Test func `every report cites all of nothing`() async {
    let estimate = await CalibratedInference(InferenceModel(training)).estimate([])
    #expect(estimate.reportsWithAll == 3)
    #expect(estimate.together == [2, 3, 1])
  }

  @Test func `without reports nothing is bounded`() async {
    let none = TrainingSet(ids: ["T1"], keys: [], rows: [], clusters: [])
    let bounds = await CalibratedInference(InferenceModel(none)).estimate([]).bounds(of: 0)
    #expect(bounds.low == 0 && bounds.high == 1)
  }
}
