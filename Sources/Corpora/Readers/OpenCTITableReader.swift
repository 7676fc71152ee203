import Text

/// The objects of one report as OpenCTI exports them as a table: the row of the report names it.
enum OpenCTITableReader: ReportReader {
  static let format = ReportFormat.openCTITable

  static let mark = "the columns `entity_type`, `name` and `x_mitre_id`"

  static func recognises(_ content: ReportContent) -> Bool {
    content.columnsAndRows?.columns.has("entitytype", "name", "xmitreid") ?? false
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    guard let (columns, rows) = content.columnsAndRows else {
      throw .otherFormat(wanted: format, expected: mark, found: content.description)
    }
    var file = ReportFile(format)
    var draft = ReportDraft(at: TextPlace(line: 1, column: 1))
    draft.title = content.name
    var rest = rows
    while let row = rest.next() {
      switch columns.text(row, "entitytype")?.lowercased() {
      case "report", "grouping", "case-incident", "case-rfi", "case-rft":
        draft.title = TextCleaner.name(columns.text(row, "name") ?? content.name)
        draft.date = columns.text(row, "published", "created").flatMap(DateText.date)
        draft.tlp = columns.text(row, "objectmarking").flatMap(Self.strictest)
        draft.shownID = columns.text(row, "standardid")
        draft.ownID = draft.shownID?.split(separator: "--").last.map(String.init)
      case "attack-pattern":
        guard let cell = columns.cell(row, "xmitreid"), !cell.text.trimmed.isEmpty else {
          file.remark(
            "an attack pattern without `x_mitre_id`", at: TextPlace(line: row.line, column: 1))
          continue
        }
        draft.mentions.append(
          TechniqueMention(
            .text(cell.text), at: TextPlace(line: row.line, column: cell.column)))
      default: continue
      }
    }
    if let place = rest.unclosedQuote { throw .unclosedQuote(place) }
    file.reports = [draft]
    return file
  }

  /// Of several markings in a cell.
  private static func strictest(_ text: String) -> TLP? {
    text.split { $0 == "," || $0 == ";" || $0.isNewline }
      .compactMap { TLP(tag: String($0).trimmed) }.max()
  }
}
