import Attack
import Measures

/// Makes the map of all cited techniques by each other; rows of techniques of few reports are never
/// thicker.
struct TechniqueMap {
  private let associations: Associations
  private let clusters: ClusterCatalogue
  private let order: MapOrder

  init(_ associations: Associations, _ clusters: ClusterCatalogue, _ order: MapOrder) {
    self.associations = associations
    self.clusters = clusters
    self.order = order
  }

  private var leading: [Index<Technique>] { order.leading }
  private var others: [Index<Technique>] { order.others }

  /// How many are in it, and how many of them behind those of enough reports.
  var counts: (all: Int, behind: Int) {
    (order.all.count, leading.isEmpty ? 0 : others.count)
  }

  var figure: MapFigure {
    let order = order.all
    return MapFigure(
      title: "All techniques by all techniques: observed against expected",
      description: "Each row is one of \(order.count) techniques, each column another, ordered so "
        + "that techniques often reported together stand side by side. Orange: more often in one "
        + "report than expected; blue: less often. Clusters are outlined.",
      legend: Legend(
        title: "Times the expected, (observed + 5) / (expected + 5)",
        labels: ColourScale.ratioLabels,
        scale: .diverging),
      ids: order.map { associations.ids[$0] }, sizes: sizes,
      rows: order.indices.map { runs(order, row: $0) }, ground: Self.ground,
      clusters: branches, file: FigurePath.map)
  }
}

extension TechniqueMap {
  /// The width of a page.
  private static let width = 1_140
  /// As often as expected: most pairs.
  private static let ground = ColourScale.ratio(1)

  private var sizes: [Int] {
    let thick = leading.isEmpty ? 1 : min(12, max(2, Self.width * 3 / 4 / leading.count))
    let room = Self.width - thick * leading.count
    let thin = others.isEmpty ? 1 : min(leading.isEmpty ? 12 : thick, max(1, room / others.count))
    return leading.map { _ in thick } + others.map { _ in thin }
  }

  /// What differs from the ground.
  private func runs(_ order: [Index<Technique>], row: Int) -> [MapFigure.Run] {
    var runs: [MapFigure.Run] = []
    for column in 0..<row {
      let level = ColourScale.ratio(1 / associations.distance(order[row], order[column]))
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
    let indices = Dictionary(uniqueKeysWithValues: leading.enumerated().map { ($1, $0) })
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
