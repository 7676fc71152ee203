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
    let edges: String
    let pairs: String
    let own: String?
    /// Facts that nothing gives, in words.
    let unmet: String?
    let loops: [Loop]
  }

  /// Techniques that in the end need what they give.
  struct Loop: Sendable {
    let techniques: String
  }

  private var graph: EnablingGraph { order.enabling }
  private var location: PageLocation { PageLocation(PageKind.needs.path) }

  func page() -> Page {
    var page = Page(
      kind: .needs, path: PageKind.needs.path, template: "needs", title: PageKind.needs.title,
      summary: "What an intruder must have before a technique works, and has afterwards",
      contents: contents, exhibits: exhibits)
    if hasOwn { page.marking = "INTERNAL" }
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
      edges: Format.count(graph.edges.count, "link"), pairs: Format.count(pairs.count, "pair"),
      own: own == 0 ? nil : Format.count(own),
      unmet: graph.unmet.isEmpty
        ? nil
        : Format.list(graph.unmet.map { MarkdownText.escape(order.capabilities.title(of: $0)) }),
      loops: graph.loops.map { loop in
        Loop(
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
      rows: rows.sorted { $0.key < $1.key }.map { fact, row in
        Table.Row(
          EnablingWords.anchor(fact),
          [
            .text(order.capabilities.title(of: fact)), .links(row.givers.map(idLink)),
            .links(row.takers.map(idLink)),
          ])
      })
  }

  private func idLink(_ index: Index<Technique>) -> Link {
    Link(knowledge.techniques[index].id.description, to: knowledge.techniques[index].path)
  }

  private var procedureTable: Table {
    let words = { (facts: [EnablingFact]) in
      facts.map(order.capabilities.title).joined(separator: "; ")
    }
    let rows = known.compactMap { procedure in technique(of: procedure).map { ($0, procedure) } }
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
              .text(procedure.reason.isEmpty ? procedure.source : procedure.reason),
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
    .text("edges", \.edges),
    .text("pairs", \.pairs),
    .text("own", \.own),
    .text("unmet", \.unmet),
    .items("loops", \.loops),
  ]
}

extension NeedsMaker.Loop: TemplateContents {
  static let tags: [TemplateTag<Self>] = [.text("techniques", \.techniques)]
}
