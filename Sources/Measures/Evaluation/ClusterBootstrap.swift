import Text

/// An interval for a statistic of clustered cases: whole clusters are resampled.
///
/// Source: B. Efron, "Bootstrap Methods: Another Look at the Jackknife", Annals of Statistics 7
/// (1979) 1-26; C. A. Field and A. H. Welsh, "Bootstrapping Clustered Data", Journal of the Royal
/// Statistical Society B 69 (2007) 369-390.
package struct ClusterBootstrap: Sendable {
  /// For each draw how often each case counts.
  private let weights: [[Double]]

  /// - Parameters:
  ///   - clusters: the cluster of each case.
  ///   - draws: how many times the clusters are drawn.
  ///   - seed: of the numbers drawn.
  package init(clusters: [Int], draws: Int = 1000, seed: UInt64 = 2018) {
    let distinct = Set(clusters).sorted()
    let indices = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    let caseClusters = clusters.compactMap { indices[$0] }
    var random = SplitMix64(seed: seed)
    weights = (0..<draws).map { _ in
      var times = Array(repeating: 0.0, count: distinct.count)
      for _ in distinct { times[random.index(below: distinct.count)] += 1 }
      return caseClusters.map { times[$0] }
    }
  }

  /// The middle 95 % of a statistic over the draws, given the weight of each case.
  package func interval(
    _ statistic: @escaping @Sendable (_ weights: [Double]) -> Double
  ) async -> ClosedRange<Double> {
    let weights = weights
    let values = await concurrentMap(weights.count) { statistic(weights[$0]) }.sorted()
    return values.middle95 ?? 0...0
  }
}
