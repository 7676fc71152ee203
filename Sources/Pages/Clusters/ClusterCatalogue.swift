package import Attack
package import Measures

/// The clusters of a site with their ids and titles.
package struct ClusterCatalogue: Sendable {
  /// The largest first.
  package let entries: IndexedList<Entry, Entry>
  /// Titles whose id no cluster has.
  package let notices: [Notice]
  /// For each technique in a cluster its entry.
  private let indices: [Index<Technique>: Index<Entry>]

  /// One cluster.
  package struct Entry: Sendable {
    package let findings: ClusterFindings
    /// That of the member with the most reports.
    package let id: String
    package let title: String
    /// Whether the title is the team's own.
    package let isNamed: Bool

    package var cluster: TechniqueCluster { findings.cluster }
    /// The members, those nearest to each other side by side.
    package var order: [Index<Technique>] { findings.order }
  }

  /// No clusters.
  package init() {
    (entries, notices, indices) = ([], [], [:])
  }

  /// The clusters under the names of their members, or under `titles` of the team's own.
  package init(
    _ clusters: [ClusterFindings], _ techniques: IndexedList<Technique, Technique>,
    titles: [ClusterTitle] = []
  ) {
    let entries = IndexedList<Entry, Entry>(
      clusters.map { findings in
        let cluster = findings.cluster
        let id = techniques[cluster.namesake].id
        let own = titles.last { $0.id == id }?.title
        return Entry(
          findings: findings, id: id.description,
          title: own ?? cluster.title.map { techniques[$0].name }.joined(separator: ", "),
          isNamed: own != nil)
      })
    self.entries = entries
    let known = Set(entries.map(\.id))
    notices = titles.filter { !known.contains($0.id.description) }.map {
      Notice(.absentCluster, at: "\($0.id) (\($0.source))")
    }
    indices = Dictionary(
      entries.indexed().flatMap { index, entry in entry.order.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension ClusterCatalogue {
  package var isEmpty: Bool { entries.isEmpty }

  /// The clusters with a page of their own, which are the first.
  package var pages: IndexedList<Entry, Entry> {
    IndexedList(Array(entries.prefix { $0.cluster.hasPage }))
  }

  /// The cluster of a technique.
  package func entry(of technique: Index<Technique>) -> Entry? {
    indices[technique].map { entries[$0] }
  }
}
