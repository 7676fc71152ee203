/// Intervals of means over the sizes of evidence, by drawing campaign clusters.
struct QueryDraws {
  let bootstrap: ClusterBootstrap
  /// Of the queries.
  let sizes: [Int]

  func interval(_ values: [Double]) async -> ClosedRange<Double> {
    await bootstrap.interval { [sizes] in SizeMean(values, sizes: sizes, weights: $0).value }
  }

  /// Of what one has more than the other.
  func advantage(
    _ one: [RankingMetrics], _ other: [RankingMetrics], _ metric: KeyPath<RankingMetrics, Double>
  ) async -> ClosedRange<Double> {
    await interval(zip(one, other).map { $0[keyPath: metric] - $1[keyPath: metric] })
  }
}
