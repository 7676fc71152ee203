import Attack
import Measures

/// A table of techniques with how often each is reported.
struct TechniqueList {
  private let knowledge: Knowledge
  private let associations: Associations
  private let partners: IndexedList<Technique, PartnerLists>
  private let map: SiteMap

  init(_ knowledge: Knowledge, _ findings: Findings, _ map: SiteMap) {
    self.knowledge = knowledge
    associations = findings.associations
    partners = findings.partners
    self.map = map
  }

  func table(_ techniques: [Index<Technique>], caption: String) -> Table {
    let sorted = associations.counts.mostReportedFirst(techniques)
    let withDomain = knowledge.domains.count > 1
    var columns = [
      Table.Column("Technique"), Table.Column("Tactic", isMinor: true, filter: .choice),
      Table.Column("Reports", isNumeric: true, filter: .least),
      Table.Column("Seen most often with", isMinor: true),
    ]
    if withDomain { columns.insert(Table.Column("Domain", isMinor: true, filter: .choice), at: 2) }
    if isOfSeveral { columns.append(Table.Column("Of", isMinor: true, filter: .choice)) }
    return Table(
      caption, style: "list", columns: columns,
      rows: sorted.map { row($0, withDomain) }, filter: techniques.count > 20 ? "id or name" : nil)
  }

  /// Whether a team's own collections have some of all techniques.
  private var isOfSeveral: Bool { knowledge.techniques.contains { $0.collection != nil } }

  private func row(_ technique: Index<Technique>, _ withDomain: Bool) -> Table.Row {
    let own = knowledge.techniques[technique]
    let total = associations.total(technique)
    let often = partners[technique].seenMostOften.prefix(3)
    var cells: [Cell] = [
      .name(id: own.id.description, name: knowledge.fullName(technique), path: own.path),
      .text(knowledge.tacticNames(technique).joined(separator: ", ")),
      .count(total, path: total == 0 ? nil : own.path + "#reports"),
      .links(
        often.map { partner in
          let other = knowledge.techniques[partner.partner]
          return Link(
            "\(other.name) \(partner.together)",
            to: map.evidencePath(technique, with: partner.partner))
        }),
    ]
    if withDomain { cells.insert(.text(own.domain.title), at: 2) }
    if isOfSeveral { cells.append(.text(own.collection.words)) }
    return Table.Row(own.id.description, cells)
  }
}
