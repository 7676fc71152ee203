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
    table(
      reports, caption, style: isNumbered ? "numbered" : "reports",
      (isNumbered ? [number] : []) + [published(), title, size] + strip(ten),
      filter: reports.count > 20 ? "title" : nil)
  }

  /// All reports of a technique, the newest 1, and what each says of it.
  func sayings(of technique: Int, at place: PageLocation, ofTheTen ten: [Int] = []) -> Table {
    let reports = ledger.reportsOfTechnique[technique].enumerated().map { ($0 + 1, $1) }
    let id = ledger.knowledge.techniques[technique].id
    return table(
      reports,
      reports.count == 1
        ? "The report that cites \(id), and what it says of it"
        : "The reports that cite \(id), newest first, and what each says of it",
      style: "sayings",
      [number, published(isMinor: true), title] + strip(ten, isMinor: true)
        + [saying(of: technique, at: place)],
      filter: reports.count > Self.few ? "title or sentence" : nil)
  }

  /// Reports among which none need be looked for.
  private static let few = 5
}

extension ReportTable {
  /// A column, and what stands in it for a report, by its number and its place in the corpus.
  private struct Column {
    let head: Table.Column
    let cell: (_ number: Int, _ report: Int) -> Cell
  }

  private func table(
    _ reports: [(number: Int, report: Int)], _ caption: String, style: String,
    _ columns: [Column], filter: String?
  ) -> Table {
    Table(
      caption, style: style, columns: columns.map(\.head),
      rows: reports.map { number, report in
        Table.Row("r\(number)", columns.map { $0.cell(number, report) })
      }, filter: filter)
  }

  private var number: Column {
    Column(head: Table.Column("No.", isNumeric: true)) { number, _ in .text("\(number)") }
  }

  private func published(isMinor: Bool = false) -> Column {
    Column(head: Table.Column("Published", isMinor: isMinor)) { _, report in
      .text(ledger.corpus.reports[report].published?.description ?? "no date")
    }
  }

  private var title: Column {
    Column(head: Table.Column("Report")) { _, report in
      let report = ledger.corpus.reports[report]
      return .name(id: nil, name: report.title, path: report.path)
    }
  }

  private var size: Column {
    Column(head: Table.Column("Techniques", isNumeric: true, isMinor: true)) { _, report in
      .count(ledger.techniquesOfReport[report].count, path: nil)
    }
  }

  /// `123··6··90`: which of the ten a report also cites; no column where there are none to tell of.
  private func strip(_ ten: [Int], isMinor: Bool = false) -> [Column] {
    guard let name = PageLimits.name(ofListed: ten.count) else { return [] }
    return [
      Column(head: Table.Column("Of the \(name)", isMinor: isMinor)) { _, report in
        .marks(ten.map { ledger.corpus.citations[report, $0] ? .again : .absent })
      }
    ]
  }

  private func saying(of technique: Int, at place: PageLocation) -> Column {
    Column(head: Table.Column("What it says")) { _, report in
      let says = ledger.proceduresOfReport[report].map { ledger.corpus.procedures[$0] }
        .filter { $0.technique == technique }
      return .prose(ProcedureText(ledger).markdown(of: says, at: place))
    }
  }
}
