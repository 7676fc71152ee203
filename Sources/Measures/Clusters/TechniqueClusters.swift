package import Corpora

/// The clusters of a basis: average linkage on the shrunken ratio.
///
/// Those of three techniques or more are kept, the largest first, then by the first member.
package struct TechniqueClusters: Equatable, Sendable {
  package let clusters: [TechniqueCluster]

  /// The clusters alone.
  package init(_ ratios: PairRatios) {
    let kept = ClusterPartition(ratios).parts.filter { $0.count >= ClusterRules.smallest }
    clusters = kept.sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) }
      .map { TechniqueCluster($0, ratios) }
  }

  /// The clusters with their stability.
  ///
  /// - Parameters:
  ///   - matrix: the reports, in the order of their keys.
  ///   - ratios: of the same matrix.
  package init(resampling matrix: BitMatrix, _ ratios: PairRatios) async {
    var plain = Self(ratios).clusters
    let stability = await ClusterStability(of: plain.map(\.members), in: matrix)
    for index in plain.indices { plain[index].stability = stability.values[index] }
    clusters = plain
  }
}
