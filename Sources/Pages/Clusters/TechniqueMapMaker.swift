import Attack
import Measures
import Text

/// Makes the page of the map of all techniques.
struct TechniqueMapMaker: Sendable {
  let associations: Associations
  let clusters: ClusterCatalogue
  let order: MapOrder
  /// What stands beside the legend.
  let note: String?

  /// The values for `Templates/map.md`.
  struct Contents: Sendable {
    let techniques: String
    let reports: String
    let pairs: String
    /// How many techniques are left out, with fewer reports.
    let leftOut: String?
    let fewest: Int
    let hasClusters: Bool
    let figure: String
    let csv: String
  }

  func page() -> Page {
    let count = order.techniques.count
    let location = PageLocation(PageKind.map.path)
    return Page(
      kind: .map, path: PageKind.map.path, template: "map",
      title: "All techniques by all techniques",
      summary: "Which techniques are reported together more often than expected, all at once",
      trail: [PageKind.cluster.link],
      contents: Contents(
        techniques: Format.count(count, "technique"),
        reports: Format.count(associations.counts.reportCount, "report"),
        pairs: Format.count(count * (count - 1) / 2),
        leftOut: order.leftOut == 0 ? nil : Format.count(order.leftOut, "technique"),
        fewest: ClusterRules.fewestReports, hasClusters: !clusters.isEmpty,
        figure: location.href(FigurePath.map), csv: location.href(RecordPath.cooccurrence)),
      exhibits: ["map": .figure(TechniqueMap(associations, clusters, order, note: note).figure)],
      lateScripts: FigureScripts.code, dataScripts: FigureScripts.data)
  }
}

extension TechniqueMap {
  /// Its row in the list of subsets.
  static func row(_ associations: Associations, _ order: MapOrder) -> [Table.Row] {
    [
      Table.Row(
        "all-techniques",
        [
          .name(id: nil, name: "All techniques", path: PageKind.map.path),
          .count(associations.ids.count, path: nil),
          .count(order.techniques.count, path: PageKind.map.path),
        ])
    ]
  }
}

extension TechniqueMapMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("techniques", \.techniques),
    .text("reports", \.reports),
    .text("pairs", \.pairs),
    .text("leftOut", \.leftOut),
    .number("fewest", \.fewest),
    .flag("hasClusters", \.hasClusters),
    .text("figure", \.figure),
    .text("csv", \.csv),
  ]
}
