import Attack
import Corpora

/// Tables of reports, the newest first.
struct ReportTable {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// Reports, each with the number that it bears on the page.
  ///
  /// With `isNumbered` a first column shows it, for rows elsewhere name reports by it. A last column tells by their digits which techniques of the ranking, `ten`, each also cites.
  func table(
    _ reports: [(number: Int, report: Int)], caption: String, ofTheTen ten: [Int] = [],
    isNumbered: Bool = false
  ) -> Table {
    var columns = [
      Table.Column("Published"), Table.Column("Report"),
      Table.Column("Techniques", isNumeric: true, isMinor: true),
    ]
    if isNumbered { columns.insert(Table.Column("No.", isNumeric: true), at: 0) }
    if let heading = Self.heading(ten) { columns.append(Table.Column(heading)) }
    return Table(
      caption, style: isNumbered ? "numbered" : "reports", columns: columns,
      rows: reports.map { number, report in
        let text = ledger.corpus.reports[report]
        var cells: [Cell] = [
          .text(text.published?.description ?? "no date"),
          .name(id: nil, name: text.title, path: text.path),
          .count(ledger.techniquesOfReport[report].count, path: nil),
        ]
        if isNumbered { cells.insert(.count(number, path: nil), at: 0) }
        if Self.heading(ten) != nil { cells.append(strip(report, ten)) }
        return Table.Row("r\(number)", cells)
      }, filter: reports.count > 20 ? "title" : nil)
  }

  /// All reports of a technique, the newest 1, and what each says of it.
  func sayings(of technique: Int, at place: Place, ofTheTen ten: [Int] = []) -> Table {
    let id = ledger.knowledge.techniques[technique].id
    var columns = [
      Table.Column("No.", isNumeric: true), Table.Column("Published", isMinor: true),
      Table.Column("Report"), Table.Column("What it says"),
    ]
    let heading = Self.heading(ten)
    if let heading { columns.insert(Table.Column(heading, isMinor: true), at: 3) }
    return Table(
      "The reports that cite \(id), newest first, and what each says of it", style: "sayings",
      columns: columns,
      rows: ledger.reportsOfTechnique[technique].enumerated().map { number, report in
        let text = ledger.corpus.reports[report]
        let says = ledger.proceduresOfReport[report].map { ledger.corpus.procedures[$0] }
          .filter { $0.technique == technique }
        var cells: [Cell] = [
          .text("\(number + 1)"), .text(text.published?.description ?? "no date"),
          .name(id: nil, name: text.title, path: text.path),
          .prose(SayingText(ledger).markdown(of: says, at: place)),
        ]
        if heading != nil { cells.insert(strip(report, ten), at: 3) }
        return Table.Row("r\(number + 1)", cells)
      }, filter: ledger.total(technique) > Self.few ? "title or sentence" : nil)
  }

  /// `Of the ten`.
  private static func heading(_ ten: [Int]) -> String? {
    TechniqueLimits.name(ofListed: ten.count).map { "Of the \($0)" }
  }

  /// `123··6··90`: which of the ten a report also cites.
  private func strip(_ report: Int, _ ten: [Int]) -> Cell {
    .marks(ten.map { ledger.corpus.citations[report, $0] ? .again : .absent })
  }

  /// Reports among which none need be looked for.
  private static let few = 5
}
