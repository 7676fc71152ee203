import Text

/// What the methods made of one query.
struct QueryOutcome: Sendable {
  /// The campaign cluster of the report that was asked.
  let cluster: Int
  /// How many techniques were shown.
  let size: Int
  /// By method, in the order of `EvaluatedMethod`.
  let metrics: [RankingMetrics]
  /// Of the kernel, its shown probabilities.
  let shown: Forecast
  /// Of the base rates alone.
  let baseRates: Forecast

  init(_ query: HeldOutQuery, cluster: Int, _ contest: MethodComparison) {
    self.cluster = cluster
    size = query.evidence.count
    let inference = contest.model.infer(query.evidence)
    let metrics = { (scores: [Double]) in
      RankingMetrics(scores: scores, evidence: query.evidence, hidden: query.hidden)
    }
    self.metrics =
      [metrics(inference.probabilities)]
      + contest.baselines.map { seeds in
        .mean(seeds.map { metrics($0.scores(query.evidence)) })
      }
    let hidden = Set(query.hidden)
    shown = Forecast(
      contest.calibration.shown(inference), ranking: inference.ranking, hidden: hidden)
    let known = Set(query.evidence)
    baseRates = Forecast(
      contest.model.baseRates, ranking: contest.favourites.filter { !known.contains($0) },
      hidden: hidden)
  }
}

/// The methods of the evaluation, the kernel before its baselines.
package enum EvaluatedMethod: String, CaseIterable, Codable, Sendable {
  case kernel
  case rowPercentage
  case factorization
  case popularity
}

/// All methods, having learnt from the same reports.
struct MethodComparison: Sendable {
  let model: InferenceModel
  let calibration: Calibration
  /// All techniques by falling base rate, then by id.
  let favourites: [Int]
  /// What the kernel is measured against, in the order of `EvaluatedMethod`; some from several
  /// seeds.
  let baselines: [[any Recommender]]

  init(_ training: TrainingSet) async {
    let model = InferenceModel(training)
    let factorizations = await concurrentMap(Self.seeds) {
      WeightedFactorization(training, seed: UInt64($0))
    }
    self.model = model
    favourites = model.infer([]).ranking
    calibration = await Calibration(model)
    baselines = [[RowPercentage(training)], factorizations, [Popularity(model)]]
  }

  private static let seeds = 10
}
