import Attack
import Measures
import Text

/// Makes the list of all tactics.
struct TacticIndexMaker: Sendable {
  let knowledge: Knowledge
  let associations: Associations

  func page() -> Page {
    IndexPage(
      kind: .tactic, summary: "\(Format.count(knowledge.tactics.count, "tactic")).", table: table
    ).page
  }

  private var table: Table {
    Table(
      "The tactics in the order of the matrix", style: "list",
      columns: [
        Table.Column("Tactic"), Table.Column("Domain"),
        Table.Column("Techniques", isNumeric: true), Table.Column("Reported", isNumeric: true),
        Table.Column("Most reported"),
      ], rows: knowledge.tactics.indices.map(row))
  }

  private func row(_ index: Index<Tactic>) -> Table.Row {
    let tactic = knowledge.tactics[index]
    let members = knowledge.techniquesOfTactic[index]
    let first = associations.counts.mostReportedFirst(members).prefix(3)
      .filter { associations.total($0) > 0 }
    return Table.Row(
      tactic.slug,
      [
        .name(id: tactic.id?.description, name: tactic.name, path: tactic.path),
        .text(tactic.domain.title), .count(members.count, path: tactic.path),
        .count(members.count { associations.total($0) > 0 }, path: nil),
        .links(
          first.map {
            Link(
              "\(knowledge.techniques[$0].name) \(associations.total($0))",
              to: knowledge.techniques[$0].path)
          }),
      ])
  }
}
