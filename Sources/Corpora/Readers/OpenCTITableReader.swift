import Text

/// The objects of one report as OpenCTI exports them as a table: the row of the report names it.
enum OpenCTITableReader: ReportReader {
  static let format = ReportFormat.openCTITable

  static let mark = "the columns `entity_type`, `name` and `x_mitre_id`"

  static func recognises(_ content: ReportContent) -> Bool {
    content.columnsAndRows?.columns.has("entitytype", "name", "xmitreid") ?? false
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    let (columns, rows) = try content.columnsAndRows(of: Self.self)
    var file = ReportFile(format)
    var reports: [CSVRows.Row] = []
    var draft = ReportDraft(at: TextPlace(line: 1, column: 1))
    draft.take(title: content.name)
    var rest = rows
    while let row = rest.next() {
      switch row.text(columns["entitytype"])?.lowercased() {
      case "report", "grouping", "case-incident", "case-rfi", "case-rft": reports.append(row)
      case "attack-pattern":
        if let cell = row.cell(columns["xmitreid"]) {
          draft.mention(cell, of: row)
        } else {
          file.remark("an attack pattern without `x_mitre_id`", at: row.place)
        }
      default: continue
      }
    }
    if let place = rest.unclosedQuote { throw .unclosedQuote(place) }
    describe(&draft, by: reports, columns, &file)
    file.reports = [draft]
    return file
  }

  /// A table does not say which report an attack pattern is of; so of several none names it.
  private static func describe(
    _ draft: inout ReportDraft, by reports: [CSVRows.Row], _ columns: TableColumns,
    _ file: inout ReportFile
  ) {
    draft.tlp = reports.compactMap { $0.text(columns["objectmarking"]) }
      .compactMap(TLP.init(strictestOf:)).max()
    guard let row = reports.first else { return }
    guard reports.count == 1 else {
      let count = Format.count(reports.count, "report")
      file.remark(
        "\(count) in one table, which is read as one; export each by itself", at: row.place)
      return
    }
    draft.take(title: row.text(columns["name"]))
    let published = row.text(columns["published"]).flatMap(DateText.date)
    draft.date = published ?? row.text(columns["created"]).flatMap(DateText.date)
    draft.isDateOfAdding = published == nil && draft.date != nil
    draft.shownID = row.text(columns["standardid"])
    draft.ownID = draft.shownID.map(StixIdentifier.uuid)
  }
}
