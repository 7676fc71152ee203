import Attack
import Text

/// A table with a row for each technique of a report, as spreadsheets write it.
///
/// Its columns are found by their names: a technique is needed; a report, a date, a source, a marking and a step may be there.
/// Without a column of reports the file is the report. A step, or the time of an execution, gives an order.
enum TableReader: ReportReader {
  static let format = ReportFormat.csv

  static let mark = "a column `technique`, `technique id`, `mitre id`, `x_mitre_id` or `attack id`"

  static func recognises(_ content: ReportContent) -> Bool {
    content.columnsAndRows?.columns[techniques] != nil
  }

  /// Those of ids come first: beside them a column `technique` holds names.
  private static let techniques = [
    "techniqueid", "mitreid", "xmitreid", "attackid", "mitretechniqueid", "mitreattackid",
    "att&ckid", "techniqueids", "technique", "mitretechnique", "attacktechnique", "techniques",
    "ttp", "ttps",
  ]
  private static let subtechniques = ["subtechniqueid", "subtechnique"]
  private static let dates = [
    "date", "published", "reportdate", "executiontime(utc)", "executiontime", "starttime",
    "created",
  ]

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    let (columns, rows) = try content.columnsAndRows(of: Self.self)
    let layout = Layout(columns, name: content.name)
    var file = ReportFile(format)
    var drafts = TableDrafts()
    var rest = rows
    while let row = rest.next() { take(row, layout, &drafts, &file) }
    if let place = rest.unclosedQuote { throw .unclosedQuote(place) }
    file.remark(unplaced: drafts.putInOrder(), "row")
    file.reports = drafts.reports
    return file
  }

  /// Which column holds what.
  private struct Layout {
    let technique, subtechnique, report, date, source, marking, step, time: Int?
    /// Of the report, where the table has no column for it.
    let name: String

    init(_ columns: TableColumns, name: String) {
      technique = columns[TableReader.techniques]
      subtechnique = columns[TableReader.subtechniques]
      report = columns["report", "reportname", "reporttitle"]
      date = columns[TableReader.dates]
      source = columns["source", "url", "sourceurl", "reporturl"]
      marking = columns["tlp", "marking"] ?? columns.first(holding: "tlp", "marking")
      step = columns["step"]
      time = columns["executiontime(utc)", "executiontime"]
      self.name = name
    }

    /// Whether the table says when its rows ran.
    var hasOrder: Bool { step != nil || time != nil }
  }

  private static func take(
    _ row: CSVRows.Row, _ layout: Layout, _ drafts: inout TableDrafts, _ file: inout ReportFile
  ) {
    let name = row.text(layout.report) ?? layout.name
    guard let cell = techniqueCell(row, layout) else {
      file.remark("a row without a technique", at: row.place)
      if layout.hasOrder { run(row, layout, name, &drafts, &file) { _ in } }
      return
    }
    let date = file.date(of: row, layout.date)
    let tlp = marking(row, layout.marking, &file)
    let change = { (draft: inout ReportDraft) in
      draft.mention(cell, of: row)
      draft.take(address: row.text(layout.source))
      draft.takeEarlier(date)
      draft.tlp = max(draft.tlp, tlp)
    }
    if layout.hasOrder {
      run(row, layout, name, &drafts, &file, change)
    } else {
      drafts.update(name, at: row.place, change)
    }
  }

  /// Takes a row that is an action: the number of its step, or its time, says when it ran.
  private static func run(
    _ row: CSVRows.Row, _ layout: Layout, _ name: String, _ drafts: inout TableDrafts,
    _ file: inout ReportFile, _ change: (inout ReportDraft) -> Void
  ) {
    let step = row.text(layout.step)
    let number = step.flatMap(StepNumber.init)
    let moment = step.flatMap(Moment.init) ?? row.text(layout.time).flatMap(Moment.init)
    if let step, number == nil, moment == nil {
      let shown = TextCleaner.line(step, limit: 40)
      file.remark("the step `\(shown)` is neither a number nor a time", at: row.place)
    }
    drafts.update(name, at: row.place, number: number, moment: moment, change)
  }

  /// The cell of the sub-technique where it holds an id, else that of the technique.
  private static func techniqueCell(_ row: CSVRows.Row, _ layout: Layout) -> CSVRows.Cell? {
    if let cell = row.cell(layout.subtechnique), !TechniqueText(cell.text).found.isEmpty {
      return cell
    }
    return row.cell(layout.technique)
  }

  private static func marking(
    _ row: CSVRows.Row, _ column: Int?, _ file: inout ReportFile
  ) -> TLP? {
    guard let text = row.text(column) else { return nil }
    if let tlp = TLP(strictestOf: text) ?? TLP(colour: text) { return tlp }
    file.remark(unmarked: text, at: row.place)
    return .red
  }
}

extension ReportFile {
  /// The date in a column of a row; one that cannot be read is remarked.
  mutating func date(of row: CSVRows.Row, _ column: Int?) -> PartialDate? {
    guard let text = row.text(column) else { return nil }
    let date = DateText.date(text)
    if date == nil { remark(undated: text, at: row.place) }
    return date
  }

  mutating func remark(undated text: String, at place: TextPlace) {
    let shown = TextCleaner.line(text, limit: 40)
    remark("the date `\(shown)` cannot be read; expected a day such as 2026-03-14", at: place)
  }

  /// What cannot be read may be the strictest.
  mutating func remark(unmarked text: String, at place: TextPlace) {
    let shown = TextCleaner.line(text, limit: 40)
    remark(
      "the marking `\(shown)` is unknown, and so taken for TLP:RED; expected RED, AMBER+STRICT, AMBER, GREEN or CLEAR",
      at: place)
  }
}
