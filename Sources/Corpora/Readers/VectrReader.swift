import Text

/// The test cases that VECTR exports as a table: a report is a campaign of an assessment group.
enum VectrReader: ReportReader {
  static let format = ReportFormat.vectr

  static let mark = "the columns `AssessmentGroup`, `Campaign`, `MitreID` and `Status`"

  static func recognises(_ content: ReportContent) -> Bool {
    content.columnsAndRows?.columns.has("assessmentgroup", "campaign", "mitreid", "status") ?? false
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    guard let (columns, rows) = content.columnsAndRows else {
      throw .otherFormat(wanted: format, expected: mark, found: content.description)
    }
    var file = ReportFile(format)
    var drafts = TableDrafts()
    var rest = rows
    var (others, idle) = ([String: Int](), 0)
    while let row = rest.next() {
      let place = TextPlace(line: row.line, column: 1)
      let status = columns.text(row, "status") ?? "no status"
      guard status.lowercased() == "completed" else {
        others[status, default: 0] += 1
        continue
      }
      let names = [columns.text(row, "assessmentgroup"), columns.text(row, "campaign")]
      let name = names.compactMap(\.self).joined(separator: " / ")
      drafts.update(name.isEmpty ? content.name : name, at: place) { draft in
        draft.takeEarlier(columns.text(row, "starttime").flatMap(DateText.date))
        guard let cell = columns.cell(row, "mitreid"), !cell.text.trimmed.isEmpty else {
          idle += 1
          return
        }
        draft.mentions.append(
          TechniqueMention(
            .text(cell.text), at: TextPlace(line: row.line, column: cell.column)))
      }
    }
    if let place = rest.unclosedQuote { throw .unclosedQuote(place) }
    for (status, count) in others.sorted(by: { $0.key < $1.key }) {
      file.remark("\(Format.count(count, "test case")) left out, whose status is `\(status)`")
    }
    if idle > 0 { file.remark("\(Format.count(idle, "test case")) left out, without a `MitreID`") }
    file.reports = drafts.reports
    return file
  }
}
