import Attack
import Corpora
import Measures
import Text

/// Makes the page of all that techniques need and give.
struct NeedsMaker: Sendable {
  let knowledge: Knowledge
  let associations: Associations
  let map: SiteMap
  let order: OrderFindings

  /// The values for `Templates/needs.md`.
  struct Contents: Sendable {
    let procedures: String
    let techniques: String
    let pairs: String
    let own: String?
    /// Facts that nothing gives, in words.
    let unmet: Unmet?
    let loops: [Loop]
  }

  /// Facts that nothing gives.
  struct Unmet: Sendable {
    let count: String
    let facts: String
  }

  /// Techniques that in the end need what they give.
  struct Loop: Sendable {
    let count: String
    let techniques: String
  }

  private var graph: EnablingGraph { order.enabling }
  private var location: PageLocation { PageLocation(PageKind.needs.path) }

  func page() -> Page {
    var page = Page(
      kind: .needs, path: PageKind.needs.path, template: "needs", title: PageKind.needs.title,
      summary: "What an intruder must have before a technique works, and has afterwards",
      contents: contents, exhibits: exhibits)
    page.marking = TLP.marking(nil, isInternal: hasOwn)
    return page
  }

  private var known: [EnablingProcedure] {
    order.capabilities.procedures.filter { technique(of: $0) != nil }
  }

  private var hasOwn: Bool { known.contains(where: \.isOwn) }

  private func technique(of procedure: EnablingProcedure) -> Technique? {
    graph.technique(of: procedure).map { knowledge.techniques[$0] }
  }

  private var contents: Contents {
    let procedures = known
    let own = procedures.count(where: \.isOwn)
    let pairs = graph.pairs
    return Contents(
      procedures: Format.count(procedures.count, "procedure"),
      techniques: Format.count(
        Set(procedures.compactMap(graph.technique)).count, "technique"),
      pairs: Format.count(pairs.count, "pair"),
      own: own == 0 ? nil : Format.count(own),
      unmet: graph.unmet.isEmpty
        ? nil
        : Unmet(
          count: Format.count(graph.unmet.count, "fact"),
          facts: Format.list(
            graph.unmet.map(order.capabilities.title).sorted().map(MarkdownText.escape))),
      loops: graph.loops.map { loop in
        Loop(
          count: Format.count(loop.count, "technique"),
          techniques: Format.list(
            loop.map { knowledge.techniques[$0].link.markdown(at: location) }))
      })
  }

  private var exhibits: [String: Exhibit] {
    ["facts": .table(factTable), "procedures": .table(procedureTable)]
  }

  /// What gives a fact, and what needs it.
  private struct FactRow {
    var givers: [Index<Technique>] = []
    var takers: [Index<Technique>] = []
  }

  private var factTable: Table {
    var rows: [EnablingFact: FactRow] = [:]
    for index in knowledge.techniques.indices {
      for need in graph.needs[index] { rows[need.fact, default: FactRow()].takers.append(index) }
      for gift in graph.gives[index] { rows[gift.fact, default: FactRow()].givers.append(index) }
    }
    return Table(
      "Each fact, what gives it and what needs it", style: "facts",
      columns: [Table.Column("Fact"), Table.Column("Given by"), Table.Column("Needed by")],
      rows: rows.map { (title: order.capabilities.title(of: $0), fact: $0, row: $1) }
        .sorted { ($0.title, $0.fact) < ($1.title, $1.fact) }.map { title, fact, row in
          Table.Row(
            EnablingWords.anchor(fact),
            [
              .text(title), .links(row.givers.map(idLink)),
              .links(row.takers.map(idLink)),
            ])
        })
  }

  private func idLink(_ index: Index<Technique>) -> Link {
    Link(knowledge.techniques[index].id.description, to: knowledge.techniques[index].path)
  }

  private var procedureTable: Table {
    let hasOwn = hasOwn
    let words = { (facts: [EnablingFact]) in
      facts.map(order.capabilities.title).joined(separator: "; ")
    }
    let rows = known.filter { !$0.needs.isEmpty || !$0.gives.isEmpty }.compactMap { procedure in
      technique(of: procedure).map { ($0, procedure) }
    }
    return Table(
      "The procedures, by technique", style: "procedures",
      columns: [
        Table.Column("Technique"), Table.Column("Procedure"),
        Table.Column("Platforms", isMinor: true, filter: .choice), Table.Column("Needs"),
        Table.Column("Gives"), Table.Column("Why"),
      ] + (hasOwn ? [Table.Column("From")] : []),
      rows: rows.sorted { ($0.0.id.description, $0.1.name) < ($1.0.id.description, $1.1.name) }
        .map { technique, procedure in
          Table.Row(
            nil,
            [
              .name(of: technique), .text(procedure.name),
              .text(procedure.platforms.joined(separator: ", ")), .text(words(procedure.needs)),
              .text(words(procedure.gives)),
              .text(procedure.reason),
            ]
              + (hasOwn
                ? [.origin(procedure.isOwn ? "ours" : "this tool", isMarked: procedure.isOwn)] : [])
          )
        }, filter: rows.count > 20 ? "technique, procedure or fact" : nil)
  }
}

extension NeedsMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("procedures", \.procedures),
    .text("techniques", \.techniques),
    .text("pairs", \.pairs),
    .text("own", \.own),
    .item("unmet", \.unmet),
    .items("loops", \.loops),
  ]
}

extension NeedsMaker.Loop: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("count", \.count),
    .text("techniques", \.techniques),
  ]
}

extension NeedsMaker.Unmet: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("count", \.count),
    .text("facts", \.facts),
  ]
}
