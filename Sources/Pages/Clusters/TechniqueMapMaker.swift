import Attack
import Measures
import Text

/// Makes the page of the map of all techniques.
struct TechniqueMapMaker: Sendable {
  let associations: Associations
  let clusters: ClusterCatalogue
  let order: MapOrder

  /// The values for `Templates/map.md`.
  struct Contents: Sendable {
    let techniques: String
    let reports: String
    let pairs: String
    /// Techniques of fewer reports, which come last.
    let behind: String?
    let fewest: Int
    let hasClusters: Bool
    let figure: String
    let csv: String
  }

  func page() -> Page {
    let map = TechniqueMap(associations, clusters, order)
    let counts = map.counts
    let location = PageLocation(PageKind.map.path)
    return Page(
      kind: .map, path: PageKind.map.path, template: "map",
      title: "All techniques by all techniques",
      summary: "Which techniques are reported together more often than expected, all at once",
      trail: [PageKind.cluster.link],
      contents: Contents(
        techniques: Format.count(counts.all, "technique"),
        reports: Format.count(associations.counts.reportCount, "report"),
        pairs: Format.count(counts.all * (counts.all - 1) / 2),
        behind: counts.behind == 0 ? nil : Format.count(counts.behind),
        fewest: TechniqueClusters.fewestReports, hasClusters: !clusters.isEmpty,
        figure: location.href(FigurePath.map), csv: location.href(RecordPath.cooccurrence)),
      exhibits: ["map": .figure(map.figure)],
      lateScripts: FigureScripts.code, dataScripts: FigureScripts.data)
  }
}

extension TechniqueMap {
  /// Its row in the list of subsets.
  static func row(_ associations: Associations) -> [Table.Row] {
    let cited = associations.counts.citedCount
    return [
      Table.Row(
        "all-techniques",
        [
          .name(id: nil, name: "All techniques", path: PageKind.map.path),
          .count(associations.ids.count, path: nil),
          .count(cited, path: PageKind.map.path),
        ])
    ]
  }
}

extension TechniqueMapMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("techniques", \.techniques),
    .text("reports", \.reports),
    .text("pairs", \.pairs),
    .text("behind", \.behind),
    .number("fewest", \.fewest),
    .flag("hasClusters", \.hasClusters),
    .text("figure", \.figure),
    .text("csv", \.csv),
  ]
}
