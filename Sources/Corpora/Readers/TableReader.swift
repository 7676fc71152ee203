import Text

/// A table with a row for each technique of a report, as spreadsheets write it.
///
/// Its columns are found by their names: a technique is needed; a report, a date and a source may be there. Without a
/// column of reports the file is the report.
enum TableReader: ReportReader {
  static let format = ReportFormat.csv

  static let mark = "a column `technique`, `technique id`, `mitre id`, `x_mitre_id` or `attack id`"

  static func recognises(_ content: ReportContent) -> Bool {
    content.columnsAndRows.map { $0.columns.position(of: techniques) != nil } ?? false
  }

  private static let techniques = [
    "technique", "techniqueid", "mitreid", "xmitreid", "attackid", "mitretechnique",
    "mitretechniqueid", "techniques",
  ]
  private static let dates = [
    "date", "published", "reportdate", "executiontime(utc)", "executiontime", "starttime",
    "created",
  ]

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    guard let (columns, rows) = content.columnsAndRows else {
      throw .otherFormat(wanted: format, expected: mark, found: content.description)
    }
    var file = ReportFile(format)
    var drafts = TableDrafts()
    var rest = rows
    let technique = columns.position(of: techniques)
    let date = columns.position(of: dates)
    while let row = rest.next() {
      guard let cell = technique.flatMap({ $0 < row.cells.count ? row.cells[$0] : nil }),
        !cell.text.allSatisfy(\.isWhitespace)
      else {
        file.remark("a row without a technique", at: TextPlace(line: row.line, column: 1))
        continue
      }
      let place = TextPlace(line: row.line, column: cell.column)
      let name = columns.text(row, "report", "reportname", "reporttitle") ?? content.name
      drafts.update(name, at: TextPlace(line: row.line, column: 1)) { draft in
        draft.mentions.append(TechniqueMention(.text(cell.text), at: place))
        draft.add(address: columns.text(row, "source", "url", "sourceurl", "reporturl"))
        let text = date.flatMap { $0 < row.cells.count ? row.cells[$0].text.trimmed : nil } ?? ""
        draft.takeEarlier(DateText.date(text))
        if !text.isEmpty, DateText.date(text) == nil { file.remark(undated: text, at: place) }
        draft.tlp = max(draft.tlp, columns.text(row, "tlp", "marking").flatMap(Self.tlp))
      }
    }
    if let place = rest.unclosedQuote { throw .unclosedQuote(place) }
    file.reports = drafts.reports
    return file
  }

  private static func tlp(_ text: String) -> TLP? { TLP(tag: text) ?? TLP(colour: text) }
}

extension ReportFile {
  mutating func remark(undated text: String, at place: TextPlace) {
    remark(
      "the date `\(text.prefix(40))` cannot be read; expected a day such as 2026-03-14", at: place)
  }
}

/// The stricter of two markings.
func max(_ one: TLP?, _ other: TLP?) -> TLP? {
  guard let one, let other else { return one ?? other }
  return Swift.max(one, other)
}
