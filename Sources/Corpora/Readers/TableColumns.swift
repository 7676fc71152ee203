import Text

/// The columns of a table by what they are called, without blanks, `_`, `-` and case.
struct TableColumns {
  private let positions: [String: Int]

  init(_ header: CSVRows.Row) {
    positions = Dictionary(
      header.cells.enumerated().map { (Self.name($1.text), $0) }
    ) { first, _ in first }
  }

  /// What a column is called for comparison: `starttime` of `Start Time`.
  private static func name(_ text: String) -> String {
    text.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
  }

  /// Whether there are columns of all these names.
  func has(_ names: String...) -> Bool { names.allSatisfy { positions[$0] != nil } }

  /// The column of the first of some names.
  subscript(names: String...) -> Int? { self[names] }

  subscript(names: [String]) -> Int? { names.lazy.compactMap { positions[$0] }.first }

  /// The first column with any of some words in its name.
  func first(holding words: String...) -> Int? {
    positions.filter { name, _ in words.contains { name.contains($0) } }.map(\.value).min()
  }
}

extension CSVRows.Row {
  /// The cell of a column, if the row has it and it is not blank.
  func cell(_ column: Int?) -> CSVRows.Cell? {
    guard let column, column < cells.count, !cells[column].text.isBlank else { return nil }
    return cells[column]
  }

  /// The text of that cell, without what must not be shown and blanks around.
  func text(_ column: Int?) -> String? {
    guard let cell = cell(column) else { return nil }
    let text = TextCleaner.clean(cell.text).trimmed
    return text.isEmpty ? nil : text
  }

  /// Where it begins.
  var place: TextPlace { TextPlace(line: line, column: 1) }
}

extension ReportContent {
  /// A table's columns, and its rows below the header; `nil` of a document.
  var columnsAndRows: (columns: TableColumns, rows: CSVRows)? {
    guard var rows = table, let header = rows.next() else { return nil }
    return (TableColumns(header), rows)
  }

  /// The same of a table that a reader has recognised.
  ///
  /// - Throws: `ReportError` of all else.
  func columnsAndRows(of reader: any ReportReader.Type) throws(ReportError) -> (
    columns: TableColumns, rows: CSVRows
  ) {
    if let table = columnsAndRows { return table }
    throw .otherFormat(wanted: reader.format, expected: reader.mark, found: description)
  }
}
