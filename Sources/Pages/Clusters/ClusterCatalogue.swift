package import Attack
package import Measures

/// The clusters of a site with their ids, their titles and their places.
package struct ClusterCatalogue: Sendable {
  /// The largest first.
  package let entries: [Entry]
  /// Titles that no cluster bears.
  package let notices: [Notice]
  /// For each technique in a cluster the place of its entry.
  private let places: [Int: Int]

  /// One cluster.
  package struct Entry: Sendable {
    package let cluster: TechniqueCluster
    /// That of the member with the most reports.
    package let id: String
    package let title: String
    /// Whether the title is the team's own.
    package let isNamed: Bool
    /// The members, those nearest to each other side by side.
    package let order: [Int]
  }

  /// No clusters.
  package init() {
    (entries, notices, places) = ([], [], [:])
  }

  /// The clusters under the names of their members, or under `titles` of the team's own.
  package init(
    _ clusters: TechniqueClusters, _ associations: Associations, _ techniques: [Technique],
    titles: [ClusterTitle] = []
  ) {
    let entries = clusters.clusters.map { cluster in
      let id = techniques[cluster.namesake].id
      let own = titles.last { $0.id == id }?.title
      return Entry(
        cluster: cluster, id: id.description,
        title: own ?? cluster.title.map { techniques[$0].name }.joined(separator: ", "),
        isNamed: own != nil, order: Self.order(of: cluster.members, associations))
    }
    self.entries = entries
    let known = Set(entries.map(\.id))
    notices = titles.filter { !known.contains($0.id.description) }.map {
      Notice(.absentCluster, at: "\($0.id) (\($0.source))")
    }
    places = Dictionary(
      entries.enumerated().flatMap { place, entry in entry.order.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
  }

  private static func order(of members: [Int], _ associations: Associations) -> [Int] {
    OptimalLeafOrder(
      SymmetricMatrix(count: members.count) { associations.distance(members[$0], members[$1]) },
      ids: members.map { associations.ids[$0] }
    ).leaves.map { members[$0] }
  }
}

extension ClusterCatalogue {
  package var isEmpty: Bool { entries.isEmpty }

  /// The clusters with a page of their own.
  package var pages: [Entry] { entries.filter(\.cluster.hasPage) }

  /// The cluster of a technique.
  package func entry(of technique: Int) -> Entry? { places[technique].map { entries[$0] } }
}
