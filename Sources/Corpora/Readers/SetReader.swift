import Text

/// A table of weighted sets, as an engine makes it of many sightings: a row for each set of techniques, with how many
/// reports have just these.
enum SetReader: ReportReader {
  static let format = ReportFormat.sets

  static let mark = "the columns `weight` and `techniques`"

  static func recognises(_ content: ReportContent) -> Bool {
    content.columnsAndRows?.columns.has("weight", "techniques") ?? false
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    let (columns, rows) = try content.columnsAndRows(of: Self.self)
    let layout = Layout(columns)
    var file = ReportFile(format)
    var rest = rows
    while let row = rest.next() {
      if let set = set(of: row, layout, &file) { file.sets.append(set) }
    }
    if let place = rest.unclosedQuote { throw .unclosedQuote(place) }
    return file
  }

  /// Which column holds what.
  private struct Layout {
    let weight, techniques, source, firstSeen, lastSeen: Int?

    init(_ columns: TableColumns) {
      weight = columns["weight"]
      techniques = columns["techniques"]
      source = columns["source"]
      firstSeen = columns["firstseen"]
      lastSeen = columns["lastseen"]
    }
  }

  private static func set(
    of row: CSVRows.Row, _ layout: Layout, _ file: inout ReportFile
  ) -> SetDraft? {
    guard let techniques = row.cell(layout.techniques) else {
      file.remark("a set without a technique", at: row.place)
      return nil
    }
    guard let weight = weight(row, layout.weight, &file) else { return nil }
    let source = row.text(layout.source).map { TextCleaner.name(TextCleaner.line($0)) }
    return SetDraft(
      weight: weight, techniques: techniques.text,
      place: TextPlace(line: row.line, column: techniques.column), source: source,
      firstSeen: file.date(of: row, layout.firstSeen),
      lastSeen: file.date(of: row, layout.lastSeen))
  }

  /// A whole number, as engines write it too: `12.0`.
  private static func weight(
    _ row: CSVRows.Row, _ column: Int?, _ file: inout ReportFile
  ) -> Int? {
    let text = row.text(column) ?? ""
    let digits = text.hasSuffix(".0") ? text.dropLast(2) : text[...]
    if digits.utf8.allSatisfy(\.isDigit), let weight = Int(digits),
      (1...mostWeight).contains(weight)
    {
      return weight
    }
    let shown = TextCleaner.line(text, limit: 40)
    file.remark(
      "the weight `\(shown)` is no whole number from 1 to \(Format.count(mostWeight))",
      at: row.place)
    return nil
  }

  /// No table has more reports.
  private static let mostWeight = TechniqueSets.mostReports
}
