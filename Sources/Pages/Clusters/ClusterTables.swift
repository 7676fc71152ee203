import Attack
import Measures
import Text

/// The members of a cluster, its pairs, and what is near to it.
struct ClusterTables {
  private let knowledge: Knowledge
  private let associations: Associations
  private let clusters: ClusterCatalogue
  private let map: SiteMap
  private let entry: ClusterCatalogue.Entry

  init(
    _ knowledge: Knowledge, _ associations: Associations, _ clusters: ClusterCatalogue,
    _ map: SiteMap, _ entry: ClusterCatalogue.Entry
  ) {
    self.knowledge = knowledge
    self.associations = associations
    self.clusters = clusters
    self.map = map
    self.entry = entry
  }

  /// The members in the order of the tree, each with its ratio to all others together.
  var members: Table {
    Table(
      "The members in the order of the tree: those nearest to each other side by side",
      style: "members",
      columns: [
        Table.Column("No.", isNumeric: true), Table.Column("Technique"),
        Table.Column("Tactic", isMinor: true), Table.Column("Reports", isNumeric: true),
        Table.Column("Times expected with the others", isNumeric: true),
      ],
      rows: entry.order.enumerated().map { index, technique in
        let own = knowledge.techniques[technique]
        return Table.Row(
          own.id.description,
          [
            .count(index + 1, path: nil),
            .name(id: own.id.description, name: knowledge.fullName(technique), path: own.path),
            .text(knowledge.tacticNames(technique).joined(separator: ", ")),
            .count(associations.total(technique), path: own.path + "#reports"),
            .text(Format.decimal(entry.findings.ratios[index], 1)),
          ])
      })
  }

  var pairs: Table {
    let sorted = entry.findings.pairs.sorted {
      ($1.association.ratio.lower, $0.technique, $0.association.partner)
        < ($0.association.ratio.lower, $1.technique, $1.association.partner)
    }
    return Table(
      "\(sorted.count) pairs, by how much is sure", style: "inside",
      columns: [
        Table.Column("Technique"), Table.Column("With"),
        Table.Column("Reports with both", isNumeric: true),
        Table.Column("Expected", isNumeric: true, isMinor: true),
        Table.Column("Grade", isMinor: true),
      ] + Table.Column.ratios,
      rows: sorted.map { Table.Row(nil, cells($0.technique, $0.association)) })
  }

  private func cells(_ technique: Index<Technique>, _ association: Association) -> [Cell] {
    let a = knowledge.techniques[technique]
    let b = knowledge.techniques[association.partner]
    let path =
      association.together == 0
      ? nil : map.evidencePath(technique, with: association.partner)
    return [
      .name(of: a),
      .links([b.link]),
      .count(association.together, path: path), .text(Format.decimal(association.expected, 1)),
      .text(
        (association.grade?.rawValue ?? "too few") + (association.isFamily ? ", one family" : "")),
      .ratio(association.ratio.ratio, grade: association.grade), .bound(of: association),
    ]
  }

  /// `nil` if nothing is near.
  var neighbours: Table? {
    let neighbours = entry.findings.neighbours
    guard !neighbours.isEmpty else { return nil }
    return Table(
      "No members, but nearest to all of them", style: "near",
      columns: [
        Table.Column("Technique"), Table.Column("Times expected, on average", isNumeric: true),
        Table.Column("Reports", isNumeric: true), Table.Column("Nearest to", isMinor: true),
        Table.Column("Its own cluster", isMinor: true),
      ],
      rows: neighbours.map { neighbour in
        let own = knowledge.techniques[neighbour.technique]
        let cluster = clusters.entry(of: neighbour.technique)
        return Table.Row(
          nil,
          [
            .name(of: own),
            .text(Format.decimal(neighbour.ratio, 1)),
            .count(associations.total(neighbour.technique), path: own.path + "#reports"),
            .links([knowledge.techniques[neighbour.nearest].link]),
            cluster.map { .links([Link($0.title, to: $0.path)]) } ?? .text("none"),
          ])
      })
  }
}
