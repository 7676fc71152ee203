import Text

/// All methods, having learnt from the same reports.
struct MethodComparison: Sendable {
  let model: VoteModel
  let calibration: Calibration
  let base: BaseRates
  /// What the vote is measured against, in the order of `EvaluatedMethod`; some from several seeds.
  let baselines: [[any Recommender]]

  init(_ training: TrainingSet) async {
    let factorizations = await concurrentMap(Self.seeds) {
      WeightedFactorization(training, seed: UInt64($0))
    }
    let model = VoteModel(training, TechniqueProfiles(training))
    self.model = model
    base = BaseRates(model.baseRates)
    calibration = await Calibration(model)
    baselines = [
      [KernelModel(training)], [RowPercentage(training)], factorizations, [Popularity(base)],
    ]
  }

  private static let seeds = 10
}
