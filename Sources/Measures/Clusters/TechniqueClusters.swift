package import Corpora

/// The clusters of a basis: average linkage on the shrunken ratio.
///
/// Those of three techniques or more are kept, the largest first, then by the first member.
package struct TechniqueClusters: Equatable, Sendable {
  package let clusters: [TechniqueCluster]

  /// The clusters alone.
  package init(_ counts: PairCounts, _ expected: ExpectedCounts) {
    let kept = ClusterPartition(counts, expected).parts.filter { $0.count >= Self.smallest }
    clusters = kept.sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) }
      .map { TechniqueCluster($0, counts, expected) }
  }

  /// The clusters with their stability.
  ///
  /// - Parameters:
  ///   - matrix: the reports, in the order of their keys.
  ///   - counts: of the same matrix.
  ///   - expected: of the same matrix.
  package init(
    resampling matrix: BitMatrix, _ counts: PairCounts, _ expected: ExpectedCounts
  ) async {
    var plain = Self(counts, expected).clusters
    let stability = await ClusterStability(of: plain.map(\.members), in: matrix)
    for place in plain.indices { plain[place].stability = stability.values[place] }
    clusters = plain
  }

  /// Techniques of fewer reports are in no cluster.
  package static let fewestReports = 10
  /// The largest mean distance at which two clusters are joined.
  package static let cut = 0.70
  /// The fewest members that are kept.
  package static let smallest = 3
}
