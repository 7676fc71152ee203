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
  let links: OrderLinks

  /// The values for `Templates/order.md`.
  struct Contents: Sendable {
    let sources: String
    let hasFigure: Bool
    /// How many drawn pairs go both ways; `nil` of none.
    let bothWays: String?
    let drawn: String?
    let run: String?
  }

  func page() -> Page {
    let figure = OrderFigures(knowledge).supported(SupportedSteps(steps, of: .drawn))
    var page = Page(
      kind: .order, path: PageKind.order.path, template: "order", title: PageKind.order.title,
      summary: "Which technique comes before which, and who says so",
      contents: contents(hasFigure: figure != nil), exhibits: exhibits(figure))
    page.marking = marking
    return page
  }

  /// How far what own flows say may be passed on.
  private var marking: String? {
    let own = book.reports.filter { !$0.origin.isPublic }
    return TLP.marking(own.compactMap(\.tlp).max(), isInternal: !own.isEmpty)
  }

  private func contents(hasFigure: Bool) -> Contents {
    let bothWays = bothWays
    let counted = { (kind: OrderKind) -> String? in
      book[kind].isEmpty ? nil : Format.count(book[kind].count, "pair")
    }
    return Contents(
      sources: Format.count(book.reports.count, "source"), hasFigure: hasFigure,
      bothWays: bothWays == 0 ? nil : Format.count(bothWays, "pair"),
      drawn: counted(.drawn), run: counted(.run))
  }

  private var bothWays: Int {
    let ends = Set(book[.drawn].map { [$0.before, $0.after] })
    return book[.drawn].count { $0.before < $0.after && ends.contains([$0.after, $0.before]) }
  }

  private func exhibits(_ figure: GraphFigure?) -> [String: Exhibit] {
    let tables = OrderTables(
      knowledge: knowledge, associations: associations, map: map, links: links)
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
          links.id(report.ownKey),
          [
            .name(id: nil, name: report.title, path: links.path(report)),
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
    .text("sources", \.sources),
    .flag("hasFigure", \.hasFigure),
    .text("bothWays", \.bothWays),
    .text("drawn", \.drawn),
    .text("run", \.run),
  ]
}
