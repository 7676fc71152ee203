package import Attack

/// Techniques that reports name together more often than the sizes of the reports explain.
package struct TechniqueCluster: Equatable, Sendable {
  /// Ascending.
  package let members: [Index<Technique>]
  /// The member with the most reports: its id is the cluster's.
  package let namesake: Index<Technique>
  /// The three members that exceed their expectation most inside the cluster, the first most.
  package let title: [Index<Technique>]
  /// What was seen over what was expected, over all pairs inside.
  package let pooledRatio: Double
  /// The mean similarity to the most similar cluster of each resample, 0...1; `nil` if not asked
  /// for.
  package internal(set) var stability: Double?

  init(_ members: [Index<Technique>], _ ratios: PairRatios) {
    let counts = ratios.counts
    self.members = members
    namesake = members.dropFirst().reduce(members[0]) {
      counts.total($1) > counts.total($0) ? $1 : $0
    }
    var excess: [Index<Technique>: Double] = [:]
    var seen = 0
    var mean = 0.0
    for (index, b) in members.enumerated() {
      for a in members[..<index] {
        let (pairSeen, pairMean) = (counts.together(a, b), ratios.expected.mean(a, b))
        seen += pairSeen
        mean += pairMean
        for member in [a, b] { excess[member, default: 0] += Double(pairSeen) - pairMean }
      }
    }
    pooledRatio = mean > 0 ? Double(seen) / mean : 0
    let ranked = members.sorted { (-(excess[$0] ?? 0), $0) < (-(excess[$1] ?? 0), $1) }
    title = Array(ranked.prefix(Self.titleLength))
  }

  /// Whether the cluster has a page of its own; a triple may be chance.
  package var hasPage: Bool { members.count >= Self.smallestPage }

  /// All pairs inside, each with the smaller index first.
  package var pairs: [(Index<Technique>, Index<Technique>)] {
    members.indices.flatMap { index in members[..<index].map { ($0, members[index]) } }
  }

  private static let titleLength = 3
  private static let smallestPage = 4
}
