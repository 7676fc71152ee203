import Text

/// How well techniques are inferred, on reports that were not learnt from.
///
/// Every metric is the mean over the queries of one size of evidence, then the plain mean over the
/// sizes that occur.
package struct Evaluation: Codable, Equatable, Sendable {
  /// One method's metrics.
  package struct Method: Codable, Equatable, Sendable {
    package let method: EvaluatedMethod
    package let metrics: RankingMetrics
    /// The means over the queries of one size of evidence.
    package let metricsBySize: [Int: RankingMetrics]
    /// 95 % of recall@20, by drawing campaign clusters.
    package let recallInterval: ClosedRange<Double>
    /// 95 % of the product's recall@20 less this one's, drawn together.
    package let advantage: ClosedRange<Double>
    /// The same of surprise-weighted recall@10.
    package let surpriseAdvantage: ClosedRange<Double>
  }

  /// Queries by size of evidence; sizes without a query are left out.
  package let queryCounts: [Int: Int]
  /// In the order of `EvaluatedMethod`; the product first.
  package let methods: [Method]
  /// How good the shown probabilities are.
  package let calibration: CalibrationReport
  /// The calibration error over the twenty candidates of each query that tell most.
  package let tellingError: CalibrationError
  /// How good the shown probabilities are, by size of evidence.
  package let calibrationBySize: [Int: CalibrationReport]
  /// How good the base rates alone are, as probabilities.
  package let popularity: CalibrationReport
  /// What it would be worth to hold absences against reports.
  package let absences: AbsenceTrial

  /// - Parameters:
  ///   - splits: what is learnt from, and what is tested.
  ///   - progress: called with the share that is done, 0...1.
  package init(
    _ splits: [EvaluationSplit], progress: @Sendable (Double) -> Void = { _ in }
  ) async {
    var outcomes: [QueryOutcome] = []
    for (done, split) in splits.enumerated() {
      progress(Double(done) / Double(splits.count + 1))
      let contest = await MethodComparison(split.training)
      progress((Double(done) + Self.learning) / Double(splits.count + 1))
      outcomes += await Self.outcomes(split.testing, contest)
    }
    progress(Double(splits.count) / Double(splits.count + 1))
    let sizes = outcomes.map(\.size)
    let bySize = Dictionary(grouping: outcomes, by: \.size)
    queryCounts = bySize.mapValues(\.count)
    calibration = CalibrationReport(outcomes.map(\.shown), sizes: sizes)
    tellingError = CalibrationReport.error(
      outcomes.lazy.map(\.mostTelling), most: CalibrationReport.top)
    calibrationBySize = bySize.mapValues {
      CalibrationReport($0.map(\.shown), sizes: $0.map(\.size))
    }
    popularity = CalibrationReport(outcomes.lazy.map(\.baseRates), sizes: sizes)
    methods = await Self.methods(outcomes)
    absences = await AbsenceTrial(outcomes.flatMap(\.hunts))
    progress(1)
  }

  /// The approximate share of a split's time that learning takes.
  private static let learning = 0.7
}

extension Evaluation {
  private static func outcomes(
    _ testing: TrainingSet, _ contest: MethodComparison
  ) async -> [QueryOutcome] {
    let queries = HeldOutQuery.bySize(testing, reports: Array(testing.rows.indices))
      .flatMap(\.self)
    return await concurrentMap(queries.count) { index in
      QueryOutcome(queries[index], of: testing, contest)
    }
  }

  private static func methods(_ outcomes: [QueryOutcome]) async -> [Method] {
    let bootstrap = ClusterBootstrap(clusters: outcomes.map(\.cluster))
    let draws = QueryDraws(bootstrap: bootstrap, sizes: outcomes.map(\.size))
    let bySize = Dictionary(grouping: outcomes, by: \.size)
    let product = outcomes.map { $0.metrics[0] }
    var methods: [Method] = []
    for (index, method) in EvaluatedMethod.allCases.enumerated() {
      let metrics = outcomes.map { $0.metrics[index] }
      methods.append(
        Method(
          method: method, metrics: means(metrics, draws.sizes),
          metricsBySize: bySize.mapValues { .mean($0.map { $0.metrics[index] }) },
          recallInterval: await draws.interval(metrics.map(\.recallAt20)),
          advantage: await draws.advantage(product, metrics, \.recallAt20),
          surpriseAdvantage: await draws.advantage(product, metrics, \.surpriseRecallAt10)))
    }
    return methods
  }

  private static func means(_ metrics: [RankingMetrics], _ sizes: [Int]) -> RankingMetrics {
    var means = RankingMetrics()
    for metric in RankingMetrics.all {
      means[keyPath: metric] =
        SizeMean(metrics.map { $0[keyPath: metric] }, sizes: sizes).value
    }
    return means
  }
}
