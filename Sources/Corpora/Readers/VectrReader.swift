import Text

/// The test cases that VECTR exports as a table: a report is a campaign of an assessment group.
enum VectrReader: ReportReader {
  static let format = ReportFormat.vectr

  static let mark =
    "the columns `Campaign`, `MitreID`, `Status`, and `AssessmentGroup` or `Outcome`"

  static func recognises(_ content: ReportContent) -> Bool {
    guard let columns = content.columnsAndRows?.columns else { return false }
    return columns.has("campaign", "mitreid", "status")
      && columns["assessmentgroup", "outcome"] != nil
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    let (columns, rows) = try content.columnsAndRows(of: Self.self)
    var cases = VectrCases(columns, name: content.name)
    var rest = rows
    while let row = rest.next() { cases.take(row) }
    if let place = rest.unclosedQuote { throw .unclosedQuote(place) }
    return cases.file
  }
}
