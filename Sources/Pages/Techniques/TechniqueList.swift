import Attack
import Measures

/// A table of techniques with how often each is reported.
struct TechniqueList {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  func table(_ techniques: [Int], caption: String) -> Table {
    let knowledge = ledger.knowledge
    let sorted = techniques.sorted { (ledger.total($1), $0) < (ledger.total($0), $1) }
    let withDomain = knowledge.domains.count > 1
    var columns = [
      Table.Column("Technique"), Table.Column("Tactic", isMinor: true, filter: .choice),
      Table.Column("Reports", isNumeric: true, filter: .least),
      Table.Column("Seen most often with", isMinor: true),
    ]
    if withDomain { columns.insert(Table.Column("Domain", isMinor: true, filter: .choice), at: 2) }
    return Table(
      caption, style: "list", columns: columns,
      rows: sorted.map { row($0, withDomain) }, filter: techniques.count > 20 ? "id or name" : nil)
  }

  private func row(_ technique: Int, _ withDomain: Bool) -> Table.Row {
    let own = ledger.knowledge.techniques[technique]
    let total = ledger.total(technique)
    let often = ledger.associations.seenMostOften(with: technique, most: 3)
    var cells: [Cell] = [
      .name(id: own.id.description, name: ledger.fullName(technique), path: own.path),
      .text(ledger.tacticNames(technique).joined(separator: ", ")),
      .count(total, path: total == 0 ? nil : own.path + "#reports"),
      .links(
        often.map { partner in
          let other = ledger.knowledge.techniques[partner.partner]
          return Link(
            "\(other.name) \(partner.together)",
            to: ledger.evidencePath(technique, with: partner.partner))
        }),
    ]
    if withDomain { cells.insert(.text(own.domain.title), at: 2) }
    return Table.Row(own.id.description, cells)
  }
}
