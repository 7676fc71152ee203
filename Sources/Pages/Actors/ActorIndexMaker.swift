import Attack
import Measures
import Text

/// Makes the list of all groups, of all software, or of all campaigns.
struct ActorIndexMaker: Sendable {
  private let knowledge: Knowledge
  private let findings: IndexedList<Actor, ActorFindings>
  private let kind: Actor.Kind
  /// Indices in `Knowledge.actors`.
  private let actors: [Index<Actor>]
  private let hasAliases: Bool
  private let isDated: Bool
  private let isOwned: Bool
  /// Whether a team's own collections have some of them.
  private let isOfSeveral: Bool

  init(_ knowledge: Knowledge, _ findings: IndexedList<Actor, ActorFindings>, _ kind: Actor.Kind) {
    let all = knowledge.actors
    let actors = all.indices.filter { all[$0].kind == kind }
    self.knowledge = knowledge
    self.findings = findings
    self.kind = kind
    self.actors = actors
    hasAliases = actors.contains { !all[$0].aliases.isEmpty }
    isDated = actors.contains { all[$0].active != nil }
    isOfSeveral = actors.contains { all[$0].collection != nil }
    isOwned = actors.contains { !knowledge.groups(of: $0).isEmpty }
  }

  func page() -> Page {
    IndexPage(
      kind: kind.page,
      summary:
        "\(Format.count(actors.count, kind.noun, kind.plural)), with the techniques that each is "
        + "recorded with.", table: table
    ).page
  }

  private var table: Table {
    Table(
      "All \(kind.collective)", style: "list",
      columns: [Table.Column("Name")]
        + (hasAliases ? [Table.Column("Also", isMinor: true)] : [])
        + (isDated ? [Table.Column("Active")] : [])
        + (isOwned ? [Table.Column("Attributed to")] : [])
        + [Table.Column("Techniques", isNumeric: true), Table.Column("Reports", isNumeric: true)]
        + (isOfSeveral ? [Table.Column("Of", isMinor: true, filter: .choice)] : []),
      rows: actors.map(row), filter: actors.count > 20 ? "id, name or alias" : nil)
  }

  private func row(_ index: Index<Actor>) -> Table.Row {
    let actor = knowledge.actors[index]
    let citations = findings[index].citations
    let isNamed = actor.name != actor.id.description
    let groups = isOwned ? knowledge.groups(of: index).map { knowledge.actors[$0].link } : []
    var cells: [Cell] = [
      .name(id: isNamed ? actor.id.description : nil, name: actor.name, path: actor.path)
    ]
    if hasAliases { cells.append(.text(actor.aliases.joined(separator: ", "))) }
    if isDated { cells.append(.text(actor.active ?? "")) }
    if isOwned { cells.append(.links(groups)) }
    cells.append(count(citations.techniques.count, actor.path + "#all"))
    cells.append(count(citations.reports.count, actor.path + "#reports"))
    if isOfSeveral { cells.append(.text(actor.collection.words)) }
    return Table.Row(actor.id.description, cells)
  }

  /// A number, linked if there is something to link to.
  private func count(_ count: Int, _ path: String) -> Cell {
    .count(count, path: count == 0 ? nil : path)
  }
}
