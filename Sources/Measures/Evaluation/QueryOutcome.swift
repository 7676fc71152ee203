import Text

/// What the methods made of one query.
struct QueryOutcome: Sendable {
  /// The campaign cluster of the report that was tested.
  let cluster: Int
  /// How many techniques were shown.
  var size: Int { query.evidence.count }
  /// By method, in the order of `EvaluatedMethod`.
  let metrics: [RankingMetrics]
  /// Of the kernel, its shown probabilities.
  let shown: Forecast
  private let query: HeldOutQuery
  private let base: BaseRates

  init(_ query: HeldOutQuery, cluster: Int, _ contest: MethodComparison) {
    self.cluster = cluster
    self.query = query
    base = contest.base
    let inference = contest.model.infer(query.evidence)
    let metrics = { (scores: [Double]) in
      RankingMetrics(scores: scores, evidence: query.evidence, hidden: query.hidden)
    }
    self.metrics =
      [metrics(inference.probabilities)]
      + contest.baselines.map { seeds in
        .mean(seeds.map { metrics($0.scores(query.evidence)) })
      }
    shown = Forecast(
      contest.calibration.shown(inference), ranking: inference.ranking, hidden: Set(query.hidden))
  }

  /// Of the base rates alone; made when it is asked for, as every query would keep nearly the same.
  var baseRates: Forecast {
    let known = Set(query.evidence)
    return Forecast(
      base.rates, ranking: base.ranking.filter { !known.contains($0) }, hidden: Set(query.hidden))
  }
}

/// The estimates of a model without evidence.
struct BaseRates: Sendable {
  /// By technique.
  let rates: [Double]
  /// All techniques by descending base rate, then by id.
  let ranking: [Int]
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
  let base: BaseRates
  /// What the kernel is measured against, in the order of `EvaluatedMethod`; some from several
  /// seeds.
  let baselines: [[any Recommender]]

  init(_ training: TrainingSet) async {
    let model = InferenceModel(training)
    let factorizations = await concurrentMap(Self.seeds) {
      WeightedFactorization(training, seed: UInt64($0))
    }
    self.model = model
    base = BaseRates(rates: model.baseRates, ranking: model.infer([]).ranking)
    calibration = await Calibration(model)
    baselines = [[RowPercentage(training)], factorizations, [Popularity(model)]]
  }

  private static let seeds = 10
}
