import Attack
import Corpora
import Measures
import Text

/// Makes the page of a cluster: what holds it together, and who shows most of it.
struct ClusterMaker: Sendable {
  let ledger: Ledger
  /// A place among the clusters that have a page.
  let index: Int

  private var entry: ClusterCatalogue.Entry { ledger.clusters.pages[index] }
  private var cluster: TechniqueCluster { entry.cluster }
  private var place: PageLocation { PageLocation(entry.path) }

  /// What `Templates/cluster.md` says.
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
    /// Which few log sources show all of it, and which data components, where that is told.
    let sources: String?
    let components: String?
    let hasTraces: Bool
    let explore: String
    let figure: String
    let csv: String
  }

  func page() -> Page {
    let reports = ClusterReports(ledger, entry)
    let users = ClusterUsers(ledger, entry)
    let neighbours = cluster.neighbours(ledger.associations, most: Self.neighbours)
    var exhibits: [String: Exhibit] = [
      "members": .table(members), "pairs": .table(pairs),
      "heatmap": .figure(ClusterGrid(ledger, entry).figure),
      "reports": .table(reports.table(most: Self.reports)),
    ]
    for kind in Actor.Kind.allCases {
      exhibits[kind.collective] = users.table(kind, most: Self.users).map { .table($0) }
    }
    if !neighbours.isEmpty { exhibits["near"] = .table(table(of: neighbours)) }
    return Page(
      kind: .cluster, path: entry.path, template: "cluster", title: entry.title,
      summary: "A cluster of \(ClusterWords(entry).size) cited in the same reports",
      trail: [PageKind.cluster.link], previous: neighbour(-1),
      next: neighbour(1), contents: contents(reports, exhibits), exhibits: exhibits)
  }

  private static let neighbours = 6
  private static let reports = 12
  private static let users = 10

  private func neighbour(_ step: Int) -> Link? {
    let pages = ledger.clusters.pages
    guard pages.indices.contains(index + step) else { return nil }
    return Link("Cluster of \(pages[index + step].id)", to: pages[index + step].path)
  }
}

extension ClusterMaker {
  private var associations: [Association] {
    cluster.pairs.map { ledger.associations[$0, $1] }
  }

  private func contents(_ reports: ClusterReports, _ exhibits: [String: Exhibit]) -> Contents {
    let words = ClusterWords(entry)
    let pairs = associations
    let traces = cluster.members.map { ledger.knowledge.traces[$0] }
    let ids = cluster.members.sorted().map { ledger.knowledge.techniques[$0].id.description }
    return Contents(
      title: entry.title, techniques: words.size, times: words.times, leaders: leaders,
      facts: facts(pairs, reports), together: Format.count(pairs.reduce(0) { $0 + $1.together }),
      expected: Format.decimal(pairs.reduce(0) { $0 + $1.expected }, 1),
      stability: words.stability, word: words.word,
      reports: Format.count(reports.count(ofAtLeast: 3), "report cites", "reports cite"),
      groups: exhibits["groups"] != nil, software: exhibits["software"] != nil,
      campaigns: exhibits["campaigns"] != nil,
      hasUsers: Actor.Kind.allCases.contains { exhibits[$0.collective] != nil },
      hasNeighbours: exhibits["near"] != nil,
      sources: SourceCoverage(traces, by: \.source).summary(),
      components: SourceCoverage(traces, by: \.component).summary(),
      hasTraces: traces.contains { !$0.isEmpty },
      explore: place.href(PageKind.explore.path + "#" + ids.joined(separator: ",")),
      figure: place.href(entry.figure),
      csv: place.href(entry.csv))
  }

  private var leaders: String? {
    guard entry.isNamed else { return nil }
    return Format.list(cluster.title.map { ledger.link($0).markdown(at: place) })
  }

  private func facts(_ pairs: [Association], _ reports: ClusterReports) -> [Fact] {
    let words = ClusterWords(entry)
    let tactics = Set(cluster.members.flatMap { ledger.knowledge.techniques[$0].tactics }).sorted()
    return [
      Fact("Stability", words.told),
      Fact("Pairs inside", "\(pairs.count), \(pairs.count { $0.grade == .firm }) firm"),
      Fact("Reports with one or more", Format.count(reports.count(ofAtLeast: 1))),
      Fact("with three or more", "[\(Format.count(reports.count(ofAtLeast: 3)))](#reports)"),
      Fact(
        tactics.count == 1 ? "Tactic" : "Tactics",
        tactics.map { ledger.knowledge.tactics[$0] }.map { Link($0.name, to: $0.path) },
        at: place),
    ]
  }
}

extension ClusterMaker {
  /// The members in the order of the tree, each with how it stands to all others at once.
  private var members: Table {
    Table(
      "The members in the order of the tree: those nearest to each other side by side",
      style: "members",
      columns: [
        Table.Column("No.", isNumeric: true), Table.Column("Technique"),
        Table.Column("Tactic", isMinor: true), Table.Column("Reports", isNumeric: true),
        Table.Column("Times expected with the others", isNumeric: true),
      ],
      rows: entry.order.enumerated().map { place, technique in
        let own = ledger.knowledge.techniques[technique]
        let pairs = entry.order.filter { $0 != technique }.map {
          ledger.associations[technique, $0]
        }
        let expected = pairs.reduce(0) { $0 + $1.expected }
        let ratio = Double(pairs.reduce(0) { $0 + $1.together }) / expected
        return Table.Row(
          own.id.description,
          [
            .count(place + 1, path: nil),
            .name(id: own.id.description, name: ledger.fullName(technique), path: own.path),
            .text(ledger.tacticNames(technique).joined(separator: ", ")),
            .count(ledger.total(technique), path: own.path + "#reports"),
            .text(Format.decimal(ratio, 1)),
          ])
      })
  }

  private var pairs: Table {
    let all = cluster.pairs.map { a, b in (technique: a, association: ledger.associations[a, b]) }
    let sorted = all.sorted {
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
        Table.Column("Times expected, at\u{A0}least", isNumeric: true),
      ],
      rows: sorted.map { Table.Row(nil, cells($0.technique, $0.association)) })
  }

  private func cells(_ technique: Int, _ association: Association) -> [Cell] {
    let a = ledger.knowledge.techniques[technique]
    let b = ledger.knowledge.techniques[association.partner]
    let path =
      association.together == 0
      ? nil : ledger.evidencePath(technique, with: association.partner)
    return [
      .name(of: a),
      .links([Link("\(b.id) \(b.name)", to: b.path)]),
      .count(association.together, path: path), .text(Format.decimal(association.expected, 1)),
      .text(
        (association.grade?.rawValue ?? "too few") + (association.isFamily ? ", one family" : "")),
      .ratio(
        association.ratio.ratio, lower: association.ratio.lower, grade: association.grade,
        isSignificant: association.isSignificant),
    ]
  }

  private func table(of neighbours: [ClusterNeighbour]) -> Table {
    Table(
      "No members, but nearest to all of them", style: "near",
      columns: [
        Table.Column("Technique"), Table.Column("Times expected, on average", isNumeric: true),
        Table.Column("Reports", isNumeric: true), Table.Column("Nearest to", isMinor: true),
        Table.Column("Its own cluster", isMinor: true),
      ],
      rows: neighbours.map { neighbour in
        let own = ledger.knowledge.techniques[neighbour.technique]
        let cluster = ledger.clusters.entry(of: neighbour.technique)
        return Table.Row(
          nil,
          [
            .name(of: own),
            .text(Format.decimal(neighbour.ratio, 1)),
            .count(ledger.total(neighbour.technique), path: own.path + "#reports"),
            .links([ledger.link(neighbour.nearest)]),
            cluster.map { .links([Link($0.title, to: $0.path)]) } ?? .text("none"),
          ])
      })
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
