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
    metrics = contest.recommenders.map { seeds in
      .mean(
        seeds.map {
          RankingMetrics(
            scores: $0.scores(query.evidence), evidence: query.evidence, hidden: query.hidden)
        })
    }
    let inference = contest.model.infer(query.evidence)
    let probabilities = contest.calibration.shown(inference)
    let ranking = inference.ranking
    let hidden = Set(query.hidden)
    shown = ranking.map { probabilities[$0] }
    isHit = ranking.map(hidden.contains)
  }
}

/// The methods of the evaluation.
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
  /// By method, in the order of `EvaluatedMethod`; some from several seeds.
  let recommenders: [[any Recommender]]

  init(_ training: TrainingSet) async {
    let model = InferenceModel(training)
    let factorizations = await concurrentMap(Self.seeds) {
      WeightedFactorization(training, seed: UInt64($0))
    }
    self.model = model
    calibration = await Calibration(model)
    recommenders = EvaluatedMethod.allCases.map { method in
      switch method {
      case .kernel: [model]
      case .rowPercentage: [RowPercentage(training)]
      case .factorization: factorizations
      case .popularity: [Popularity(model)]
      }
    }
  }

  private static let seeds = 10
}
