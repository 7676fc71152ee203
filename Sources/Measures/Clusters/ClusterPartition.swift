import Attack

/// The techniques with enough reports, partitioned by average linkage on the shrunken ratio.
///
/// Clusters are joined while they are on average seen together 1 / .70 = 1.4 times as often as
/// expected.
struct ClusterPartition: Equatable, Sendable {
  /// Each ascending, and in the order of their first elements.
  let parts: [[Index<Technique>]]

  init(_ ratios: PairRatios) {
    let counts = ratios.counts
    let members = counts.techniques.filter {
      counts.total($0) >= ClusterRules.fewestReports
    }
    let distances = SymmetricMatrix(count: members.count) {
      ratios.distance(members[$0], members[$1])
    }
    parts = AverageLinkage(distances, cut: ClusterRules.cut).clusters.map {
      $0.map { members[$0] }
    }
  }
}
