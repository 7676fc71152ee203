import Attack
import Corpora
import Measures
import Text

/// Makes the page of a report that says in which order its techniques were.
struct FlowMaker: Sendable {
  let knowledge: Knowledge
  let corpus: Corpus
  let associations: Associations
  let map: SiteMap
  let sets: [String]
  let links: OrderLinks
  let report: OrderBook.Report
  /// By their order in the book.
  let previous: OrderBook.Report?
  let next: OrderBook.Report?

  /// The values for `Templates/flow.md`.
  struct Contents: Sendable {
    let title: String
    let actions: String
    let pairs: String
    let isDrawn: Bool
    let hasPairs: Bool
    let hasFailed: Bool
    /// How many actions name no technique of this release; `nil` of none.
    let unnamed: String?
    let facts: [Fact]
    let hasFigure: Bool
  }

  private var location: PageLocation { PageLocation(links.path(report)) }

  func page() -> Page {
    let figure = OrderFigures(knowledge).drawing(report)
    var page = Page(
      kind: .order, path: location.path, template: "flow", title: report.title,
      summary: "In which order the techniques of this report come",
      trail: [PageKind.order.link],
      previous: previous.map { Link("Previous", to: links.path($0)) },
      next: next.map { Link("Next", to: links.path($0)) },
      contents: contents(hasFigure: figure != nil), exhibits: exhibits(figure))
    page.marking = TLP.marking(report.tlp, isInternal: !report.origin.isPublic)
    return page
  }

  private func contents(hasFigure: Bool) -> Contents {
    let unnamed = report.order.actions.count(where: \.isEmpty)
    return Contents(
      title: report.title, actions: Format.count(report.order.actions.count, "action"),
      pairs: Format.count(report.pairs.count, "pair"), isDrawn: report.kind == .drawn,
      hasPairs: !report.pairs.isEmpty, hasFailed: report.pairs.contains(where: \.onFailure),
      unnamed: unnamed == 0 ? nil : Format.count(unnamed, "action"),
      facts: facts, hasFigure: hasFigure)
  }

  private var facts: [Fact] {
    var facts = [Fact("Order", report.kind.words)]
    if let date = report.date {
      facts.append(Fact(report.kind == .drawn ? "Flow made" : "Date", date.description))
    }
    facts.append(Fact("From", MarkdownText.escape(report.origin.words(sets))))
    if let tlp = report.tlp { facts.append(Fact("Marking", tlp.title)) }
    if let cited = corpus.reports.first(where: { $0.key == report.key }) {
      facts.append(Fact("The report", [cited.link], at: location))
    }
    if !report.addresses.isEmpty {
      facts.append(
        Fact(
          "Its sources",
          report.addresses.map { MarkdownText.link($0.key.host, $0.url) }.joined(separator: ", ")))
    }
    return facts
  }

  private func exhibits(_ figure: GraphFigure?) -> [String: Exhibit] {
    var exhibits: [String: Exhibit] = [:]
    if !report.pairs.isEmpty { exhibits["pairs"] = .table(table) }
    if let figure { exhibits["figure"] = .figure(figure) }
    return exhibits
  }

  private var table: Table {
    let tables = OrderTables(
      knowledge: knowledge, associations: associations, map: map, links: links)
    return Table(
      "Which technique comes before which", style: "order",
      columns: [
        Table.Column("Before"), Table.Column("After"),
        Table.Column("Reports with both", isNumeric: true), Table.Column("Note"),
      ],
      rows: report.pairs.map { pair in
        let (before, after) = (knowledge.techniques[pair.before], knowledge.techniques[pair.after])
        return Table.Row(
          OrderLinks.anchor(before, after),
          [
            .name(of: before), .links([after.link]), tables.together(pair.before, pair.after),
            .text(pair.onFailure ? OrderTables.failed : ""),
          ])
      }, filter: report.pairs.count > 20 ? "id or name" : nil)
  }
}

extension FlowMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("actions", \.actions),
    .text("pairs", \.pairs),
    .flag("isDrawn", \.isDrawn),
    .flag("hasPairs", \.hasPairs),
    .flag("hasFailed", \.hasFailed),
    .text("unnamed", \.unnamed),
    .items("facts", \.facts),
    .flag("hasFigure", \.hasFigure),
  ]
}
