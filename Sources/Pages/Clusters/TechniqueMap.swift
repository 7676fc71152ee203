import Attack
import Measures

/// Makes the map of all techniques of enough reports by each other.
struct TechniqueMap {
  private let associations: Associations
  private let clusters: ClusterCatalogue
  private let techniques: [Index<Technique>]
  /// What stands beside the legend.
  private let note: String?

  init(
    _ associations: Associations, _ clusters: ClusterCatalogue, _ order: MapOrder,
    note: String? = nil
  ) {
    self.note = note
    self.associations = associations
    self.clusters = clusters
    techniques = order.techniques
  }

  var figure: MapFigure {
    MapFigure(
      title: "All techniques by all techniques: observed against expected",
      description:
        "Each row is one of \(techniques.count) techniques, each column another, ordered so "
        + "that techniques often reported together stand side by side. Orange: more often in one "
        + "report than expected; blue: less often. Clusters are outlined.",
      legend: Legend(
        title: "Times the expected, (observed + 5) / (expected + 5)",
        labels: ColourScale.ratioLabels,
        scale: .diverging, note: note),
      ids: techniques.map { associations.ids[$0] },
      size: min(12, max(2, Self.width / techniques.count)),
      rows: techniques.indices.map(runs), ground: Self.ground,
      clusters: branches, file: FigurePath.map)
  }
}

extension TechniqueMap {
  /// What a page has room for, beside the names of clusters.
  private static let width = 855
  /// As often as expected: most pairs.
  private static let ground = ColourScale.ratio(1)

  /// What differs from the ground.
  private func runs(ofRow row: Int) -> [MapFigure.Run] {
    var runs: [MapFigure.Run] = []
    for column in 0..<row {
      let level = ColourScale.ratio(1 / associations.distance(techniques[row], techniques[column]))
      if level == Self.ground { continue }
      if let last = runs.last, last.level == level, last.columns.upperBound == column {
        runs[runs.count - 1] = MapFigure.Run(
          level: level, columns: last.columns.lowerBound..<(column + 1))
      } else {
        runs.append(MapFigure.Run(level: level, columns: column..<(column + 1)))
      }
    }
    return runs
  }

  /// In the order of the map: each is a branch of its tree, so that its members are neighbours.
  private var branches: [MapFigure.Cluster] {
    let indices = Dictionary(uniqueKeysWithValues: techniques.enumerated().map { ($1, $0) })
    return clusters.entries.compactMap { entry in
      let members = entry.order.compactMap { indices[$0] }
      guard let first = members.min() else { return nil }
      return MapFigure.Cluster(
        title: entry.title,
        note: ClusterWords(entry).size + ", " + ClusterWords(entry).ratio,
        path: entry.path, members: first..<(first + members.count),
        isMinor: !entry.cluster.hasPage)
    }.sorted { $0.members.lowerBound < $1.members.lowerBound }
  }
}
