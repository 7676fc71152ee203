import Attack
import Corpora

/// Tables of reports, the newest first.
struct ReportTable {
  private let corpus: Corpus

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// Reports, each with its number on the page.
  ///
  /// A last column shows by their digits which techniques of the ranking, `ten`, each also cites.
  func table(
    _ reports: [(number: Int, report: Index<Report>)], caption: String,
    ofTheTen ten: [Index<Technique>] = []
  ) -> Table {
    table(
      reports, caption, style: "reports", [published(), title] + origin + [size] + strip(ten),
      filter: reports.count > 20 ? "title" : nil)
  }

  /// The same, with the sentences that cite each report in a last column.
  func table(
    _ reports: [(number: Int, report: Index<Report>)], caption: String,
    ofTheTen ten: [Index<Technique>],
    sentences: @escaping (_ report: Index<Report>) -> [CitedSentence]
  ) -> Table {
    let sentence = Column(head: Table.Column(corpus.isMixed ? "What it says" : "ATT&CK’s sentence"))
    { _, report in
      .sentences(sentences(report))
    }
    return table(
      reports, caption, style: "sayings",
      [number, published(isMinor: true), title] + origin + strip(ten, isMinor: true) + [sentence],
      filter: reports.count > Self.few ? "title or sentence" : nil)
  }

  /// With this many reports or fewer, a table needs no filter.
  private static let few = 5
}

extension ReportTable {
  /// A column, and its cell for a report, by its number in the table and its index.
  private struct Column {
    let head: Table.Column
    let cell: (_ number: Int, _ report: Index<Report>) -> Cell
  }

  private func table(
    _ reports: [(number: Int, report: Index<Report>)], _ caption: String, style: String,
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
      .date(corpus.reports[report].published)
    }
  }

  private var title: Column {
    Column(head: Table.Column("Report")) { _, report in
      let report = corpus.reports[report]
      return .name(id: nil, name: report.title, path: report.path)
    }
  }

  /// Whose each is, where not all are ATT&CK's.
  private var origin: [Column] {
    guard corpus.isMixed else { return [] }
    return [
      Column(head: Table.Column("From", filter: .choice)) { _, report in corpus.originCell(report) }
    ]
  }

  private var size: Column {
    Column(head: Table.Column("Techniques", isNumeric: true, isMinor: true)) { _, report in
      .count(corpus.techniquesOfReport[report].count, path: nil)
    }
  }

  /// `123··6··90`: which of the ten a report also cites; no column if there are none.
  private func strip(_ ten: [Index<Technique>], isMinor: Bool = false) -> [Column] {
    guard let name = PageLimits.name(ofListed: ten.count) else { return [] }
    return [
      Column(head: Table.Column("Of the \(name)", isMinor: isMinor)) { _, report in
        .marks(ten.map { corpus.cites(report, $0) ? .again : .absent })
      }
    ]
  }
}
