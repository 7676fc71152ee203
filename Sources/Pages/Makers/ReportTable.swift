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
    if !ten.isEmpty { columns.append(Table.Column("Of the ten")) }
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
        if !ten.isEmpty { cells.append(.text(strip(report, ten))) }
        return Table.Row("r\(number)", cells)
      }, filter: reports.count > 20 ? "title" : nil)
  }

  /// `123··6··90`: which of the ten a report also cites.
  private func strip(_ report: Int, _ ten: [Int]) -> String {
    ten.enumerated().map { place, technique in
      ledger.corpus.citations[report, technique] ? String((place + 1) % 10) : "·"
    }.joined()
  }
}
