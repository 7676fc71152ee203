import Attack
import Corpora
import Measures
import Text

/// Makes the page of all ordered pairs.
struct OrderMaker: Sendable {
  let knowledge: Knowledge
  let associations: Associations
  let map: SiteMap
  let book: OrderBook
  let steps: IntrusionSteps
  /// The names of the public sets.
  let sets: [String]

  /// The values for `Templates/order.md`.
  struct Contents: Sendable {
    let pairs: String
    let sources: String
    let hasFigure: Bool
    let drawn: String?
    let run: String?
  }

  func page() -> Page {
    var page = Page(
      kind: .order, path: PageKind.order.path, template: "order", title: PageKind.order.title,
      summary: "Which technique comes before which, and who says so", contents: contents,
      exhibits: exhibits)
    page.marking = marking
    return page
  }

  /// How far what own flows say may be passed on.
  private var marking: String? {
    let own = book.reports.filter { !$0.origin.isPublic }
    return own.compactMap(\.tlp).max()?.title ?? (own.isEmpty ? nil : "INTERNAL")
  }

  private var contents: Contents {
    let counted = { (kind: OrderKind) -> String? in
      book[kind].isEmpty ? nil : Format.count(book[kind].count, "pair")
    }
    return Contents(
      pairs: Format.count(OrderKind.allCases.reduce(0) { $0 + book[$1].count }, "pair"),
      sources: Format.count(book.reports.count, "source"), hasFigure: figure != nil,
      drawn: counted(.drawn), run: counted(.run))
  }

  private var figure: GraphFigure? {
    OrderFigures(knowledge).supported(SupportedSteps(steps, of: .drawn))
  }

  private var exhibits: [String: Exhibit] {
    let tables = OrderTables(
      knowledge: knowledge, associations: associations, map: map, links: OrderLinks(book))
    var exhibits: [String: Exhibit] = ["sources": .table(sourceTable)]
    for kind in OrderKind.allCases where !book[kind].isEmpty {
      exhibits[kind.rawValue] = .table(tables.all(book[kind], kind))
    }
    if let figure { exhibits["figure"] = .figure(figure) }
    return exhibits
  }

  private var sourceTable: Table {
    Table(
      "The flows, plans and logs that were read", style: "reports",
      columns: [
        Table.Column("Title"), Table.Column("What it is"), Table.Column("From"),
        Table.Column("Date", isMinor: true), Table.Column("Techniques", isNumeric: true),
        Table.Column("Pairs", isNumeric: true),
      ],
      rows: book.reports.map { report in
        Table.Row(
          report.key.id,
          [
            .name(id: nil, name: report.title, path: OrderLinks.path(report)),
            .text(report.kind.words),
            .origin(report.origin.words(sets), isMarked: !report.origin.isPublic),
            .date(report.date),
            .count(Set(report.order.actions.joined()).count, path: nil),
            .count(report.pairs.count, path: nil),
          ])
      }, filter: book.reports.count > 20 ? "title" : nil)
  }
}

extension OrderMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("pairs", \.pairs),
    .text("sources", \.sources),
    .flag("hasFigure", \.hasFigure),
    .text("drawn", \.drawn),
    .text("run", \.run),
  ]
}
