import Attack
import Measures

/// Draws up all techniques that some report cites by each other.
///
/// Those with the reports to be in a cluster come first, in the order that keeps clusters together;
/// the others follow, never thicker, in their own order.
struct TechniqueMap {
  private let associations: Associations
  private let clusters: ClusterCatalogue
  /// The techniques of enough reports, then the others.
  private let leading: [Int]
  private let others: [Int]

  init(_ associations: Associations, _ clusters: ClusterCatalogue) {
    self.associations = associations
    self.clusters = clusters
    let cited = associations.ids.indices.filter { associations.total($0) > 0 }
    let isLeading = { associations.total($0) >= TechniqueClusters.fewestReports }
    leading = Self.order(cited.filter(isLeading), associations)
    others = Self.order(cited.filter { !isLeading($0) }, associations)
  }

  private static func order(_ techniques: [Int], _ associations: Associations) -> [Int] {
    OptimalLeafOrder(
      SymmetricMatrix(count: techniques.count) {
        associations.distance(techniques[$0], techniques[$1])
      }, ids: techniques.map { associations.ids[$0] }
    ).leaves.map { techniques[$0] }
  }

  /// Whether there are two techniques to be drawn.
  static func isPossible(_ associations: Associations) -> Bool {
    associations.counts.citedCount >= 2
  }

  /// How many stand in it, and how many of them behind those of enough reports.
  var counts: (all: Int, behind: Int) {
    (leading.count + others.count, leading.isEmpty ? 0 : others.count)
  }

  var figure: MapFigure {
    let order = leading + others
    return MapFigure(
      title: "All techniques by all techniques: observed against expected",
      description: "Each row is one of \(order.count) techniques, each column another, ordered so "
        + "that techniques often reported together stand side by side. Orange: more often in one "
        + "report than the sizes of the reports explain; blue: more rarely. Clusters are outlined.",
      legend: Legend(
        title: "Times the expected, (observed + 5) / (expected + 5)",
        labels: ColourScale.ratioLabels,
        scale: .diverging),
      sizes: sizes, rows: order.indices.map { runs(order, row: $0) }, ground: Self.ground,
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
  private func runs(_ order: [Int], row: Int) -> [MapFigure.Run] {
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
    let places = Dictionary(uniqueKeysWithValues: leading.enumerated().map { ($1, $0) })
    return clusters.entries.compactMap { entry in
      let members = entry.order.compactMap { places[$0] }
      guard let first = members.min() else { return nil }
      return MapFigure.Cluster(
        title: entry.title,
        note: ClusterWords(entry).size + ", " + ClusterWords(entry).ratio,
        path: entry.path, members: first..<(first + members.count),
        isMinor: !entry.cluster.hasPage)
    }.sorted { $0.members.lowerBound < $1.members.lowerBound }
  }
}
