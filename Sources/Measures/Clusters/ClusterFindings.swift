package import Attack
package import Corpora

/// What is measured of one cluster beside its members.
package struct ClusterFindings: Sendable {
  package let cluster: TechniqueCluster
  /// The members, those nearest to each other side by side.
  package let order: [Index<Technique>]
  /// For each of `order` what was seen over what was expected, with all other members at once.
  package let ratios: [Double]
  /// All pairs inside, in the order of `cluster.pairs`.
  package let pairs: [TechniquePair]
  /// The techniques that are not members, but nearest to all of them; none for a cluster without a
  /// page.
  package let neighbours: [ClusterNeighbour]
  /// The reports that count, cite a member and are known by themselves, those of most members first, the newest
  /// first among equals.
  package let reports: [Membership]
  /// How many reports cite just this many members, by the number of members.
  private let counts: [Int]

  /// A report by how many of the members it cites.
  package struct Membership: Equatable, Sendable {
    package let report: Index<Report>
    package let members: Int
  }

  init(
    _ cluster: TechniqueCluster, _ corpus: Corpus, _ counted: Corpus.Selection,
    _ associations: Associations
  ) {
    let order = associations.ratios.leafOrder(
      of: cluster.members, ids: cluster.members.map { associations.ids[$0] })
    self.cluster = cluster
    self.order = order
    ratios = order.map { member in
      let others = order.filter { $0 != member }.map { associations.ratios[member, $0] }
      let expected = others.reduce(0) { $0 + $1.expected }
      return Double(others.reduce(0) { $0 + $1.together }) / expected
    }
    pairs = cluster.pairs.map { TechniquePair(technique: $0, association: associations[$0, $1]) }
    neighbours =
      cluster.hasPage ? cluster.neighbours(associations.ratios, most: Self.mostNeighbours) : []
    let members = Self.members(cluster, corpus, counted)
    counts = members.reduce(into: Array(repeating: 0, count: cluster.members.count + 1)) {
      $0[$1.value] += corpus.reports[$1.key].weight
    }
    reports = members.filter { $0.key < corpus.named.upperBound }
      .map { Membership(report: $0, members: $1) }.sorted {
        (-$0.members, corpus.age[$0.report]) < (-$1.members, corpus.age[$1.report])
      }
  }

  /// By row, how many members it cites.
  private static func members(
    _ cluster: TechniqueCluster, _ corpus: Corpus, _ counted: Corpus.Selection
  ) -> [Index<Report>: Int] {
    var members: [Index<Report>: Int] = [:]
    for member in cluster.members {
      for row in counted.filter(corpus.citations.rows(ofColumn: member.number).map { Index($0) }) {
        members[row, default: 0] += 1
      }
    }
    return members
  }

  private static let mostNeighbours = 6
}

extension ClusterFindings {
  /// How many reports cite this many members or more.
  package func reportCount(ofAtLeast members: Int) -> Int {
    counts.dropFirst(members).reduce(0, +)
  }

  /// How many of the pairs are firm.
  package var firmCount: Int { pairs.count { $0.association.grade == .firm } }
}
