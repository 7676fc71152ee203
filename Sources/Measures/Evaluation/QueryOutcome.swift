/// What the methods made of one query.
struct QueryOutcome: Sendable {
  /// The campaign cluster of the report that was asked.
  let cluster: Int
  /// How many techniques were shown.
  let size: Int
  /// By method, in the order of `EvaluatedMethod`.
  let metrics: [RankingMetrics]
  /// The candidates' shown probabilities, by the kernel's ranking.
  let shown: [Double]
  /// Whether each was hidden.
  let isHit: [Bool]

  init(_ query: HeldOutQuery, cluster: Int, _ contest: Contest) {
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
    let probabilities = contest.calibration.shown(inference)
    let ranking = inference.ranking
    let hidden = Set(query.hidden)
    shown = ranking.map { probabilities[$0] }
    isHit = ranking.map(hidden.contains)
  }
}

/// The methods of the evaluation, the kernel before its baselines.
package enum EvaluatedMethod: String, CaseIterable, Sendable {
  case kernel
  case rowPercentage
  case factorization
  case popularity
}

/// All methods, having learnt from the same reports.
struct Contest: Sendable {
  let model: InferenceModel
  let calibration: Calibration
  /// What the kernel is measured against, in the order of `EvaluatedMethod`; some from several
  /// seeds.
  let baselines: [[any Recommender]]

  init(_ training: TrainingSet) async {
    let model = InferenceModel(training)
    let factorizations = await concurrentMap(Self.seeds) {
      WeightedFactorization(training, seed: UInt64($0))
    }
    self.model = model
    calibration = await Calibration(model)
    baselines = [[RowPercentage(training)], factorizations, [Popularity(model)]]
  }

  private static let seeds = 10
}
