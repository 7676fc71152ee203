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
  /// The reports that count and cite a member, those of most members first, the newest first among
  /// equals.
  package let reports: [Membership]

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
    var members: [Index<Report>: Int] = [:]
    for report in cluster.members.flatMap({ corpus.reportsOfTechnique[$0] })
    where counted.contains(report) {
      members[report, default: 0] += 1
    }
    reports = members.map { Membership(report: $0, members: $1) }.sorted {
      (-$0.members, corpus.age[$0.report]) < (-$1.members, corpus.age[$1.report])
    }
  }

  private static let mostNeighbours = 6
}

extension ClusterFindings {
  /// How many reports cite this many members or more.
  package func reportCount(ofAtLeast members: Int) -> Int {
    reports.count { $0.members >= members }
  }

  /// How many of the pairs are firm.
  package var firmCount: Int { pairs.count { $0.association.grade == .firm } }
}
