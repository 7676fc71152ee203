import Attack
import Corpora
import Measures
import Text

/// Makes the front page: what this is, and the overall picture.
struct HomeMaker: Sendable {
  let ledger: Ledger
  let subsets: [SubsetFindings]
  /// What changed since the release before, where that is known.
  let change: ReleaseChange?
  let title: String

  /// What `Templates/home.md` says.
  struct Contents: Sendable {
    let title: String
    let releases: String
    let techniques: String
    let cited: String
    let reports: String
    /// Of how many in all, where some are left out.
    let all: String?
    let leftOut: String?
    let pairs: String
    let firm: String
    let possible: String
    let hasCited: Bool
    let hasStandouts: Bool
    let clusters: [ClusterNote.Line]
    let hasClusters: Bool
    let hasMap: Bool
    let subsets: [SubsetLink]
    let newest: Bool
    let news: News?
  }

  /// What is new since the release before.
  struct News: Sendable {
    let before: String
    let newly: String
    let noLonger: String
    let reports: String
    /// New techniques, groups, software and campaigns.
    let others: String
    let hasPairs: Bool
  }

  struct SubsetLink: Sendable {
    let title: String
    let path: String
  }

  private var place: PageLocation { PageLocation(PageKind.home.path) }

  func page() -> Page {
    let pairs = PairSummary(ledger)
    var exhibits: [String: Exhibit] = [:]
    let cited = ledger.knowledge.techniques.indices.filter { ledger.total($0) > 0 }
    if !cited.isEmpty {
      let top = cited.sorted { (ledger.total($1), $0) < (ledger.total($0), $1) }.prefix(10)
      exhibits["mosaic"] = .mosaic(MosaicMaker(ledger).mosaic)
      exhibits["most"] = .table(mostReported(Array(top)))
      exhibits["trend"] = .trend(
        TrendMaker(ledger).trend("Reports by year", ledger.counted.rows))
    }
    if let change, let table = ChangeTables(change, at: place).strongest {
      exhibits["news"] = .table(table)
    }
    if !pairs.top.isEmpty { exhibits["standouts"] = .table(pairs.table) }
    if !ledger.counted.isEmpty {
      exhibits["newest"] = .table(
        ReportTable(ledger).table(
          ledger.newestFirst.prefix(8).enumerated().map { ($0 + 1, $1) },
          caption: "The newest reports"))
    }
    return Page(
      kind: .home, path: PageKind.home.path, template: "home", title: title,
      summary: "Which ATT&CK techniques are reported together, and who says so",
      contents: contents(
        pairs, cited.count, change.map { news($0, hasPairs: exhibits["news"] != nil) }),
      exhibits: exhibits)
  }

  private func news(_ change: ReleaseChange, hasPairs: Bool) -> News {
    let objects = change.objects
    let kinds = Actor.Kind.counted(objects.newActors.map { ledger.knowledge.actors[$0].kind })
    let techniques = objects.newTechniques.count
    return News(
      before: MarkdownText.escape(change.namesOfBoth.before),
      newly: Format.count(change.pairs.newlyFirm.count, "pair"),
      noLonger: Format.count(change.pairs.noLongerFirm.count),
      reports: Format.count(change.newReports.count, "report"),
      others: Format.list((techniques == 0 ? [] : [Format.count(techniques, "technique")]) + kinds),
      hasPairs: hasPairs)
  }

  private func mostReported(_ techniques: [Int]) -> Table {
    let reports = ledger.counted.count
    return Table(
      "Techniques by their number of reports, of \(Format.count(reports))", style: "most",
      columns: [
        Table.Column("Technique"), Table.Column("Share of all reports"),
        Table.Column("Reports", isNumeric: true),
      ],
      rows: techniques.map { index in
        let technique = ledger.knowledge.techniques[index]
        let total = ledger.total(index)
        return Table.Row(
          nil,
          [
            .name(of: technique),
            .bar(Double(total) / Double(reports)),
            .count(total, path: technique.path + "#reports"),
          ])
      })
  }

  private func contents(_ pairs: PairSummary, _ cited: Int, _ news: News?) -> Contents {
    Contents(
      title: title,
      releases: MarkdownText.escape(
        Format.list(
          ledger.knowledge.releases.map {
            $0.version == nil ? $0.title : "\($0.title) (\($0.dateInWords))"
          })),
      techniques: Format.count(ledger.knowledge.techniques.count), cited: Format.count(cited),
      reports: Format.count(ledger.counted.count),
      all: ledger.leftOutCount == 0
        ? nil : Format.count(ledger.counted.count + ledger.leftOutCount),
      leftOut: SensitivitySection.leftOut(ledger), pairs: Format.count(pairs.seen),
      firm: Format.count(pairs.firm), possible: Format.count(pairs.possible),
      hasCited: cited > 0, hasStandouts: !pairs.top.isEmpty,
      clusters: ledger.clusters.pages.prefix(6).map {
        ClusterNote.Line(ledger, $0, at: place)
      },
      hasClusters: !ledger.clusters.pages.isEmpty, hasMap: TechniqueMap.isPossible(ledger),
      subsets: subsets.map { SubsetLink(title: $0.subset.title, path: $0.subset.path) },
      newest: !ledger.counted.isEmpty, news: news)
  }
}

extension HomeMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("releases", \.releases),
    .text("techniques", \.techniques),
    .text("cited", \.cited),
    .text("reports", \.reports),
    .text("all", \.all),
    .text("leftOut", \.leftOut),
    .text("pairs", \.pairs),
    .text("firm", \.firm),
    .text("possible", \.possible),
    .flag("hasCited", \.hasCited),
    .flag("hasStandouts", \.hasStandouts),
    .items("clusters", \.clusters),
    .flag("hasClusters", \.hasClusters),
    .flag("hasMap", \.hasMap),
    .items("subsets", \.subsets),
    .flag("newest", \.newest),
    .item("news", \.news),
  ]
}

extension HomeMaker.SubsetLink: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("path", \.path),
  ]
}

extension HomeMaker.News: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("before", \.before),
    .text("newly", \.newly),
    .text("noLonger", \.noLonger),
    .text("reports", \.reports),
    .text("others", \.others),
    .flag("hasPairs", \.hasPairs),
  ]
}
