import Attack
import Corpora
import Measures

/// The table of the techniques that are reported with one.
struct PartnerTable {
  private let ledger: Ledger
  private let index: Int
  private let technique: Technique
  private let total: Int
  /// The number that each report of the technique bears on its page, the newest 1.
  private let numbers: [Int: Int]

  init(_ ledger: Ledger, of index: Int) {
    self.ledger = ledger
    self.index = index
    technique = ledger.knowledge.techniques[index]
    total = ledger.total(index)
    numbers = Dictionary(
      uniqueKeysWithValues: ledger.reportsOfTechnique[index].enumerated().map { ($1, $0 + 1) })
  }

  /// The table; `withReferences`, each row names its reports, which stand on the same page.
  func table(_ partners: [Association], withReferences: Bool) -> Table {
    let sorted = partners.sorted {
      ($1.together, $1.ratio.lower, $0.partner) < ($0.together, $0.ratio.lower, $1.partner)
    }
    var columns = [
      Table.Column("Technique"), Table.Column("Tactic", isMinor: true, filter: .choice),
      Table.Column("Reports with both", isNumeric: true, filter: .least),
      Table.Column("Share of the \(Format.count(total)) with it, 95\u{A0}%", isNumeric: true),
      Table.Column("Share of the other’s reports", isNumeric: true, isMinor: true),
      Table.Column("Times expected, at\u{A0}least", isNumeric: true),
    ]
    if withReferences { columns.append(Table.Column("Which reports")) }
    return Table(
      "Techniques in the \(Format.count(total)) reports that cite \(technique.id), most reported "
        + "first",
      style: "techniques", columns: columns,
      rows: sorted.map { row($0, withReferences) }, filter: sorted.count > 20 ? "id or name" : nil)
  }

  /// The partners of too few reports to measure: no shares, no ratios.
  func rare(_ partners: [Association]) -> Table {
    let sorted = partners.sorted { ($1.together, $0.partner) < ($0.together, $1.partner) }
    return Table(
      "Techniques in one or two of the \(Format.count(total)) reports", style: "rare",
      columns: [
        Table.Column("Technique"), Table.Column("Reports with both", isNumeric: true),
        Table.Column("Which reports"),
      ],
      rows: sorted.map { association in
        let partner = ledger.knowledge.techniques[association.partner]
        return Table.Row(
          partner.id.description,
          [
            .name(id: partner.id.description, name: partner.name, path: partner.path),
            .count(association.together, path: nil),
            .references(references(association.partner), page: ""),
          ])
      }, filter: sorted.count > 20 ? "id or name" : nil)
  }

  private func row(_ association: Association, _ withReferences: Bool) -> Table.Row {
    let partner = ledger.knowledge.techniques[association.partner]
    let others = ledger.total(association.partner)
    let interval = association.interval.map {
      "\(Format.decimal($0.low * 100, 0))–\(Format.decimal($0.high * 100, 0))"
    }
    var cells: [Cell] = [
      .name(id: partner.id.description, name: partner.name, path: partner.path),
      .text(ledger.tacticNames(association.partner).joined(separator: ", ")),
      .count(
        association.together,
        path: withReferences ? nil : ledger.evidencePath(index, with: association.partner)),
      total < 5
        ? .text("\(association.together) of \(total)")
        : .share(association.share, note: interval ?? "", isFaint: total < 20),
      others < 5
        ? .text("\(association.together) of \(others)")
        : .share(
          Double(association.together) / Double(others), note: "of \(Format.count(others))",
          isFaint: others < 20),
      .ratio(
        association.ratio.ratio, lower: association.ratio.lower,
        grade: association.isFamily ? nil : association.grade,
        isSignificant: association.isSignificant),
    ]
    if withReferences { cells.append(.references(references(association.partner), page: "")) }
    return Table.Row(partner.id.description, cells)
  }

  private func references(_ partner: Int) -> [Int] {
    ledger.corpus.citations.rows(ofColumns: index, partner).compactMap { numbers[$0] }.sorted()
  }
}
