package import Corpora

/// The clusters of a basis: average linkage on the shrunken ratio.
///
/// Members are the techniques that ten reports cite or more. Clusters are joined while they are on
/// average seen together 1 / .70 = 1.4 times as often as expected; those of three or more are kept,
/// the largest first, then by the first member.
package struct TechniqueClusters: Equatable, Sendable {
  package let clusters: [TechniqueCluster]

  /// The clusters alone.
  package init(_ counts: PairCounts, _ expected: ExpectedCounts) {
    let kept = Self.partition(counts, expected).filter { $0.count >= Self.smallest }
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

  /// All techniques with enough reports, parted; each part rising, in the order of their firsts.
  static func partition(_ counts: PairCounts, _ expected: ExpectedCounts) -> [[Int]] {
    let members = (0..<counts.techniqueCount).filter { counts.total($0) >= fewestReports }
    let distances = SymmetricMatrix(count: members.count) { a, b in
      ShrunkenRatio(
        together: counts.together(members[a], members[b]),
        expected: expected.mean(members[a], members[b])
      ).distance
    }
    return AverageLinkage(distances, cut: cut).clusters.map { $0.map { members[$0] } }
  }

  private static let fewestReports = 10
  private static let cut = 0.70
  private static let smallest = 3
}
