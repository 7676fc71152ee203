/// How well techniques are inferred, on reports that were not learnt from.
///
/// Every metric is the mean over the queries of one size of evidence, then the plain mean over the
/// sizes that occur.
package struct Evaluation: Sendable {
  /// One method's metrics.
  package struct Method: Sendable {
    package let method: EvaluatedMethod
    package let metrics: RankingMetrics
    /// 95 % of recall@20, by drawing campaign clusters.
    package let recallInterval: ClosedRange<Double>
    /// 95 % of the kernel's recall@20 less this one's, drawn together.
    package let kernelAdvantage: ClosedRange<Double>
  }

  /// Queries by size of evidence; sizes without a query are left out.
  package let queryCounts: [Int: Int]
  /// In the order of `EvaluatedMethod`; the kernel first.
  package let methods: [Method]
  /// What the shown probabilities are worth.
  package let calibration: CalibrationReport

  package init(_ splits: [EvaluationSplit]) async {
    var outcomes: [QueryOutcome] = []
    for split in splits {
      let contest = await Contest(split.training)
      let testing = split.testing
      let queries = HeldOutQuery.bySize(testing, reports: Array(testing.rows.indices))
        .flatMap(\.self)
      outcomes += await concurrentMap(queries.count) { place in
        QueryOutcome(
          queries[place], cluster: testing.clusters[queries[place].report], contest)
      }
    }
    queryCounts = Dictionary(grouping: outcomes, by: \.size).mapValues(\.count)
    calibration = CalibrationReport(outcomes)
    methods = await Self.methods(outcomes)
  }

  private static func methods(_ outcomes: [QueryOutcome]) async -> [Method] {
    let bootstrap = ClusterBootstrap(clusters: outcomes.map(\.cluster))
    let sizes = outcomes.map(\.size)
    let kernel = outcomes.map { $0.metrics[0].recallAt20 }
    var methods: [Method] = []
    for (place, method) in EvaluatedMethod.allCases.enumerated() {
      let metrics = outcomes.map { $0.metrics[place] }
      let recalls = metrics.map(\.recallAt20)
      let advantages = zip(kernel, recalls).map { $0 - $1 }
      methods.append(
        Method(
          method: method, metrics: means(metrics, sizes),
          recallInterval: await bootstrap.interval {
            SizeMean(recalls, sizes: sizes, weights: $0).value
          },
          kernelAdvantage: await bootstrap.interval {
            SizeMean(advantages, sizes: sizes, weights: $0).value
          }))
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
