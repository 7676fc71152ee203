/// Techniques that reports name together more often than the sizes of the reports explain.
package struct TechniqueCluster: Equatable, Sendable {
  /// Columns, ascending.
  package let members: [Int]
  /// The member with the most reports: its id is the cluster's.
  package let namesake: Int
  /// The three members that exceed their expectation most inside the cluster, the first most.
  package let title: [Int]
  /// What was seen over what was expected, over all pairs inside.
  package let pooledRatio: Double
  /// The mean similarity to the most similar cluster of each resample, 0...1; `nil` if not asked
  /// for.
  package internal(set) var stability: Double?

  init(_ members: [Int], _ ratios: PairRatios) {
    let counts = ratios.counts
    self.members = members
    namesake = members.dropFirst().reduce(members[0]) {
      counts.total($1) > counts.total($0) ? $1 : $0
    }
    var excess: [Int: Double] = [:]
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

  /// All pairs inside, each with the smaller column first.
  package var pairs: [(Int, Int)] {
    members.indices.flatMap { index in members[..<index].map { ($0, members[index]) } }
  }

  private static let titleLength = 3
  private static let smallestPage = 4
}
