import Attack
import Measures
import Text

/// Makes the list of all clusters: how they are made, how stable they are, and how they compare.
struct ClusterIndexMaker: Sendable {
  let techniques: IndexedList<Technique, Technique>
  let associations: Associations
  let clusters: ClusterCatalogue
  let hasMap: Bool

  private var location: PageLocation { PageLocation(PageKind.cluster.path) }

  /// The values for `Templates/clusters.md`.
  struct Contents: Sendable {
    let clusters: String
    let members: String
    let eligible: String
    let fewest: Int
    let hasClusters: Bool
    let hasPages: Bool
    let hasTriples: Bool
    let triples: String
    let ratio: String
    let stability: String
    /// `5 stable, 8 loose, 5 fragile`.
    let words: String
    let isSmall: Bool
    let reports: String
    let hasMap: Bool
    let map: String
    let csv: String
  }

  func page() -> Page {
    let pages = clusters.pages
    let triples = clusters.entries.filter { !$0.cluster.hasPage }
    var exhibits: [String: Exhibit] = [:]
    if !pages.isEmpty { exhibits["clusters"] = .table(table(pages)) }
    if !triples.isEmpty { exhibits["triples"] = .table(table(ofTriples: triples)) }
    return Page(
      kind: .cluster, path: PageKind.cluster.path, template: "clusters",
      title: PageKind.cluster.title,
      summary: "Techniques that are often reported together",
      contents: contents(triples.count), exhibits: exhibits)
  }

  private func contents(_ triples: Int) -> Contents {
    let all = clusters.entries.map(\.cluster)
    let counts = associations.counts
    let stability = all.compactMap(\.stability)
    return Contents(
      clusters: Format.count(all.count, "cluster"),
      members: Format.count(all.reduce(0) { $0 + $1.members.count }),
      eligible: Format.count(
        counts.totals.count { $0 >= ClusterRules.fewestReports }, "technique"),
      fewest: ClusterRules.fewestReports, hasClusters: !all.isEmpty,
      hasPages: triples < all.count, hasTriples: triples > 0,
      triples: Format.count(triples, "triple"), ratio: ratio,
      stability: Format.decimal(
        stability.reduce(0, +) / Double(max(1, stability.count)), 2),
      words: words(stability), isSmall: counts.reportCount < 100,
      reports: Format.count(counts.reportCount, "report"),
      hasMap: hasMap, map: location.href(PageKind.map.path),
      csv: location.href(RecordPath.clusters))
  }

  /// What was seen over what was expected, over the pairs of all clusters.
  private var ratio: String {
    let pairs = clusters.entries.flatMap(\.findings.pairs).map(\.association)
    let expected = pairs.reduce(0) { $0 + $1.expected }
    return Format.decimal(Double(pairs.reduce(0) { $0 + $1.together }) / expected, 1)
  }

  private func words(_ stability: [Double]) -> String {
    let words = stability.map { Stability($0) }
    return Format.list(
      Stability.allCases.map { word in
        "\(words.count { $0 == word }) \(word.rawValue)"
      })
  }
}

extension ClusterIndexMaker {
  private func table(_ entries: some Collection<ClusterCatalogue.Entry>) -> Table {
    Table(
      "Clusters of four techniques or more, the largest first", style: "clusters",
      columns: [
        Table.Column("Cluster"), Table.Column("The other members", isMinor: true),
        Table.Column("Techniques", isNumeric: true),
        Table.Column("Times expected", isNumeric: true),
        Table.Column("Stability", isNumeric: true), Table.Column("Firm pairs", isNumeric: true),
        Table.Column("Reports with three or more", isNumeric: true),
      ],
      rows: entries.map { entry in
        let words = ClusterWords(entry)
        return Table.Row(
          entry.id,
          [
            .name(id: nil, name: entry.title, path: entry.path), .links(others(entry)),
            .count(entry.cluster.members.count, path: nil), .text(words.times),
            .text(words.verdict), firmPairs(entry),
            .count(
              entry.findings.reportCount(ofAtLeast: 3), path: entry.path + "#reports"),
          ])
      })
  }

  /// `13 of 21`.
  private func firmPairs(_ entry: ClusterCatalogue.Entry) -> Cell {
    .part(entry.findings.firmCount, of: entry.findings.pairs.count)
  }

  /// Those that the title does not name.
  private func others(_ entry: ClusterCatalogue.Entry) -> [Link] {
    let named = entry.isNamed ? [] : entry.cluster.title
    return entry.order.filter { !named.contains($0) }.map {
      techniques[$0].nameLink
    }
  }

  private func table(ofTriples entries: [ClusterCatalogue.Entry]) -> Table {
    Table(
      "Clusters of three techniques, \(ClusterWords.small)", style: "clusters",
      columns: [
        Table.Column("Techniques"), Table.Column("Times expected", isNumeric: true),
        Table.Column("Stability", isNumeric: true), Table.Column("Firm pairs", isNumeric: true),
        Table.Column("Worth"),
      ],
      rows: entries.map { entry in
        let words = ClusterWords(entry)
        let links = entry.cluster.title.map { techniques[$0].link }
        return Table.Row(
          entry.id,
          [
            .links(links), .text(words.times), .text(words.verdict), firmPairs(entry),
            .text(ClusterWords.small),
          ])
      })
  }
}

extension ClusterIndexMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("clusters", \.clusters),
    .text("members", \.members),
    .text("eligible", \.eligible),
    .number("fewest", \.fewest),
    .flag("hasClusters", \.hasClusters),
    .flag("hasPages", \.hasPages),
    .flag("hasTriples", \.hasTriples),
    .text("triples", \.triples),
    .text("ratio", \.ratio),
    .text("stability", \.stability),
    .text("words", \.words),
    .flag("isSmall", \.isSmall),
    .text("reports", \.reports),
    .flag("hasMap", \.hasMap),
    .text("map", \.map),
    .text("csv", \.csv),
  ]
}
