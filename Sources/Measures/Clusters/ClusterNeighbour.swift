package import Attack

/// A technique that is no member of a cluster, and how near it is to all of its members.
package struct ClusterNeighbour: Equatable, Sendable {
  package let technique: Index<Technique>
  /// Times the expected on average over the members: the inverse of the mean distance, as clusters
  /// are made by it.
  package let ratio: Double
  /// The member that it is nearest to, the first of several.
  package let nearest: Index<Technique>
}

extension TechniqueCluster {
  /// The techniques nearest to all members, of those that have the reports to be a member.
  ///
  /// Only such as are seen with them more often than expected; the nearest first, then by index.
  package func neighbours(_ ratios: PairRatios, most: Int) -> [ClusterNeighbour] {
    let counts = ratios.counts
    let others = counts.techniques.filter {
      counts.total($0) >= ClusterRules.fewestReports && !members.contains($0)
    }
    let near = others.compactMap { technique -> ClusterNeighbour? in
      let distances = members.map { ratios.distance(technique, $0) }
      let mean = distances.reduce(0, +) / Double(members.count)
      guard mean < 1 else { return nil }
      let nearest = distances.indices.reduce(0) { distances[$1] < distances[$0] ? $1 : $0 }
      return ClusterNeighbour(technique: technique, ratio: 1 / mean, nearest: members[nearest])
    }
    return Array(near.sorted { (-$0.ratio, $0.technique) < (-$1.ratio, $1.technique) }.prefix(most))
  }
}
