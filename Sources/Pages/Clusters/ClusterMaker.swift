import Attack
import Corpora
import Measures
import Text

/// Makes the page of a cluster: what holds it together, and who shows most of it.
struct ClusterMaker: Sendable {
  let knowledge: Knowledge
  let corpus: CountedCorpus
  let associations: Associations
  let clusters: ClusterCatalogue
  let map: SiteMap
  /// An index among the clusters that have a page.
  let index: Index<ClusterCatalogue.Entry>

  /// The values for `Templates/cluster.md`.
  struct Contents: Sendable {
    let title: String
    let techniques: String
    let times: String
    /// The members that the cluster would be named by, where the team named it.
    let leaders: String?
    let facts: [Fact]
    let together: String
    let expected: String
    let stability: String
    let word: String?
    let reports: String
    let groups: Bool
    let software: Bool
    let campaigns: Bool
    let hasUsers: Bool
    let hasNeighbours: Bool
    /// Which few log sources show all of it, and which data components, where that is known.
    let sources: String?
    let components: String?
    let hasTraces: Bool
    let explore: String
    let figure: String
    let csv: String
  }

  func page() -> Page {
    let exhibits = self.exhibits
    return Page(
      kind: .cluster, path: entry.path, template: "cluster", title: entry.title,
      summary: "A cluster of \(ClusterWords(entry).size) cited in the same reports",
      trail: [PageKind.cluster.link], previous: neighbour(-1), next: neighbour(1),
      contents: contents(exhibits), exhibits: exhibits,
      lateScripts: FigureScripts.code, dataScripts: FigureScripts.data)
  }

  private static let mostReports = 12
  private static let mostUsers = 10
}

extension ClusterMaker {
  private var entry: ClusterCatalogue.Entry { clusters.pages[index] }
  private var cluster: TechniqueCluster { entry.cluster }
  private var location: PageLocation { PageLocation(entry.path) }

  private func neighbour(_ step: Int) -> Link? {
    let pages = clusters.pages
    let next = index.advanced(by: step)
    guard pages.indices.contains(next) else { return nil }
    return Link("Cluster of \(pages[next].id)", to: pages[next].path)
  }

  private var exhibits: [String: Exhibit] {
    let tables = ClusterTables(knowledge, associations, clusters, map, entry)
    let reports = ClusterReports(corpus.whole, entry)
    let users = ClusterUsers(knowledge.actors, corpus.whole, entry)
    let grid = ClusterGrid(
      knowledge.techniques, associations, map, entry, note: corpus.ownNote)
    var exhibits: [String: Exhibit] = [
      "members": .table(tables.members), "pairs": .table(tables.pairs),
      "heatmap": .figure(grid.figure), "reports": .table(reports.table(most: Self.mostReports)),
    ]
    for kind in Actor.Kind.allCases {
      exhibits[kind.collective] = users.table(kind, most: Self.mostUsers).map { .table($0) }
    }
    exhibits["near"] = tables.neighbours.map { .table($0) }
    return exhibits
  }

  private func contents(_ exhibits: [String: Exhibit]) -> Contents {
    let words = ClusterWords(entry)
    let pairs = entry.findings.pairs.map(\.association)
    let traces = cluster.members.map { knowledge.traces[$0] }
    let ids = cluster.members.sorted().map { knowledge.techniques[$0].id.description }
    return Contents(
      title: entry.title, techniques: words.size, times: words.times, leaders: leaders,
      facts: facts, together: Format.count(pairs.reduce(0) { $0 + $1.together }),
      expected: Format.decimal(pairs.reduce(0) { $0 + $1.expected }, 1),
      stability: words.stability, word: words.word,
      reports: Format.count(
        entry.findings.reportCount(ofAtLeast: 3), "report cites", "reports cite"),
      groups: exhibits["groups"] != nil, software: exhibits["software"] != nil,
      campaigns: exhibits["campaigns"] != nil,
      hasUsers: Actor.Kind.allCases.contains { exhibits[$0.collective] != nil },
      hasNeighbours: exhibits["near"] != nil,
      sources: SourceCoverage(traces, by: \.source).summary(),
      components: SourceCoverage(traces, by: \.component).summary(),
      hasTraces: traces.contains { !$0.isEmpty },
      explore: location.href(PageKind.explore.path + "#" + ids.joined(separator: ",")),
      figure: location.href(entry.figure),
      csv: location.href(entry.csv))
  }

  private var leaders: String? {
    guard entry.isNamed else { return nil }
    return Format.list(cluster.title.map { knowledge.techniques[$0].link.markdown(at: location) })
  }

  private var facts: [Fact] {
    let findings = entry.findings
    let words = ClusterWords(entry)
    let tactics = Set(cluster.members.flatMap { knowledge.techniques[$0].tactics }).sorted()
    return [
      Fact("Stability", words.verdict),
      Fact("Pairs inside", "\(findings.pairs.count), \(findings.firmCount) firm"),
      Fact("Reports with one or more", Format.count(findings.reportCount(ofAtLeast: 1))),
      Fact("with three or more", "[\(Format.count(findings.reportCount(ofAtLeast: 3)))](#reports)"),
      Fact(
        tactics.count == 1 ? "Tactic" : "Tactics",
        tactics.map { knowledge.tactics[$0].link },
        at: location),
    ]
  }
}

extension ClusterMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("techniques", \.techniques),
    .text("times", \.times),
    .text("leaders", \.leaders),
    .items("facts", \.facts),
    .text("together", \.together),
    .text("expected", \.expected),
    .text("stability", \.stability),
    .text("word", \.word),
    .text("reports", \.reports),
    .flag("groups", \.groups),
    .flag("software", \.software),
    .flag("campaigns", \.campaigns),
    .flag("hasUsers", \.hasUsers),
    .flag("hasNeighbours", \.hasNeighbours),
    .text("sources", \.sources),
    .text("components", \.components),
    .flag("hasTraces", \.hasTraces),
    .text("explore", \.explore),
    .text("figure", \.figure),
    .text("csv", \.csv),
  ]
}
