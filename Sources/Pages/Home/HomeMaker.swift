import Attack
import Corpora
import Measures
import Text

/// Makes the front page: what this is, and the overall picture.
struct HomeMaker: Sendable {
  let knowledge: Knowledge
  let corpus: CountedCorpus
  let reports: FilteredReports
  let findings: Findings
  let clusters: ClusterCatalogue
  let map: SiteMap
  let title: String

  /// The values for `Templates/home.md`.
  struct Contents: Sendable {
    let title: String
    let releases: String
    let techniques: String
    let cited: String
    let reports: String
    /// Of how many in all, where some are left out.
    let all: String?
    let leftOut: String?
    /// Whose the reports are, where not all are ATT&CK's.
    let origins: String?
    let pairs: String
    let firm: String
    /// What the suggestions are worth.
    let worth: String?
    /// What is suggested after a few techniques; `nil` if none is cited.
    let example: Example?
    let hasCited: Bool
    let hasStandouts: Bool
    let clusters: [ClusterNote.Line]
    let hasClusters: Bool
    let hasMap: Bool
    let subsets: [SubsetLink]
    let newest: Bool
    let news: News?
  }

  /// What is new since the previous release.
  struct News: Sendable {
    let before: String
    let newly: String
    let noLonger: String
    let reports: String
    /// New techniques, groups, software and campaigns.
    let others: String
    let hasPairs: Bool
  }

  /// One question, answered, as texts of Markdown.
  struct Example: Sendable {
    let seen: String
    let suggested: String
    let path: String
  }

  struct SubsetLink: Sendable {
    let title: String
    let path: String
  }

  private var location: PageLocation { PageLocation(PageKind.home.path) }

  func page() -> Page {
    let exhibits = self.exhibits
    return Page(
      kind: .home, path: PageKind.home.path, template: "home", title: title,
      summary: "Which ATT&CK techniques are reported together, and who says so",
      contents: contents(findings.change.map { news($0, hasPairs: exhibits["news"] != nil) }),
      exhibits: exhibits, scripts: ["home.js"])
  }

  private var exhibits: [String: Exhibit] {
    var exhibits: [String: Exhibit] = [:]
    if findings.associations.counts.citedCount > 0 {
      exhibits["question"] = .explorerPart(.question)
      exhibits["mosaic"] = .mosaic(
        MosaicMaker(knowledge, findings.associations, note: corpus.ownNote).mosaic)
      exhibits["most"] = .table(mostReported)
      exhibits["trend"] = .trend(
        TrendMaker(corpus).trend("Reports by year", corpus.rows))
    }
    exhibits["news"] = newPairs.map { .table($0) }
    if !standouts.isEmpty {
      exhibits["standouts"] = .table(
        PairTable(knowledge.techniques, map)
          .table("The \(standouts.count) pairs that stand out most", standouts))
    }
    if !corpus.newestFirst.isEmpty {
      exhibits["newest"] = .table(
        ReportTable(corpus.whole).table(
          corpus.newestFirst.prefix(8).enumerated().map { ($0 + 1, $1) },
          caption: "The newest reports"))
    }
    return exhibits
  }

  /// The pairs that stand out most.
  private var standouts: ArraySlice<TechniquePair> { findings.pairs.firm.prefix(10) }

  /// The first pairs that newly stand out.
  private var newPairs: Table? {
    findings.change.flatMap {
      ChangeTables($0, knowledge, corpus, findings.associations, map, at: location).strongest
    }
  }

  private func news(_ change: ReleaseChange, hasPairs: Bool) -> News {
    let objects = change.objects
    let kinds = Actor.Kind.counted(objects.actors.new.map { knowledge.actors[$0.index].kind })
    let techniques = objects.techniques.new.count
    return News(
      before: MarkdownText.escape(change.previous.names(beside: knowledge).before),
      newly: Format.count(change.pairs.newlyFirm.count, "pair"),
      noLonger: Format.count(change.pairs.noLongerFirm.count),
      reports: Format.count(change.newReports.count, "report"),
      others: Format.list((techniques == 0 ? [] : [Format.count(techniques, "technique")]) + kinds),
      hasPairs: hasPairs)
  }

  private func example(_ estimate: Estimate) -> Example {
    let seen = estimate.vote.evidence.map { knowledge.techniques[$0] }
    let suggested = SuggestionOrder.telling.ranking(estimate.vote).prefix(3).map { index in
      "\(knowledge.techniques[index].link.markdown(at: location)) "
        + "(\(Format.percent(estimate.shown[index])) %, \(Format.decimal(estimate.times(index), 1)) "
        + "times the usual)"
    }
    return Example(
      seen: Format.list(seen.map { $0.link.markdown(at: location) }),
      suggested: Format.list(suggested),
      path: PageKind.explore.path + "#" + seen.map(\.id.description).joined(separator: ","))
  }

  private var mostReported: Table {
    let associations = findings.associations
    let reports = corpus.count
    let top = associations.mostReported.prefix(10)
    return Table(
      "Techniques by their number of reports, of \(Format.count(reports))", style: "most",
      columns: [
        Table.Column("Technique"), Table.Column("Share of all reports"),
        Table.Column("Reports", isNumeric: true),
      ],
      rows: top.map { index in
        let technique = knowledge.techniques[index]
        let total = associations.total(index)
        return Table.Row(
          nil,
          [
            .name(of: technique),
            .bar(Double(total) / Double(reports)),
            .count(total, path: technique.path + "#reports"),
          ])
      })
  }

  private func contents(_ news: News?) -> Contents {
    let pairs = findings.pairs
    let cited = findings.associations.counts.citedCount
    let leftOut = reports.leftOutCount
    return Contents(
      title: title,
      releases: MarkdownText.escape(
        Format.list(
          knowledge.releases.map {
            $0.isDated ? "\($0.title) (\($0.dateInWords))" : $0.title
          })),
      techniques: Format.count(knowledge.techniques.count), cited: Format.count(cited),
      reports: Format.count(corpus.count),
      all: leftOut == 0 ? nil : Format.count(corpus.count + leftOut),
      leftOut: reports.leftOutInWords, origins: corpus.tally.ofThem,
      pairs: Format.count(pairs.seen),
      firm: Format.count(pairs.firm.count),
      worth: findings.evaluation.flatMap { OrderWorth($0.evaluation)?.sentence },
      example: findings.explorerExample.map(example),
      hasCited: cited > 0, hasStandouts: !standouts.isEmpty,
      clusters: clusters.pages.prefix(6).map { ClusterNote.Line($0, at: location) },
      hasClusters: !clusters.pages.isEmpty,
      hasMap: findings.map != nil,
      subsets: findings.subsets.map {
        SubsetLink(title: $0.subset.title, path: $0.subset.path)
      },
      newest: !corpus.newestFirst.isEmpty, news: news)
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
    .text("origins", \.origins),
    .text("pairs", \.pairs),
    .text("firm", \.firm),
    .text("worth", \.worth),
    .item("example", \.example),
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

extension HomeMaker.Example: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("seen", \.seen),
    .text("suggested", \.suggested),
    .text("path", \.path),
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
