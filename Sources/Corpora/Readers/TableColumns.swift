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
  func position(of names: [String]) -> Int? { names.compactMap { positions[$0] }.first }

  /// The cell of a row in the column of the first of some names.
  func cell(_ row: CSVRows.Row, _ names: String...) -> CSVRows.Cell? {
    position(of: names).flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
  }

  /// The text of that cell, without what must not be shown and blanks around; `nil` if empty.
  func text(_ row: CSVRows.Row, _ names: String...) -> String? {
    guard let position = position(of: names), position < row.cells.count else { return nil }
    let text = TextCleaner.clean(row.cells[position].text).trimmed
    return text.isEmpty ? nil : text
  }
}

extension ReportContent {
  /// A table's columns, and its rows below the header; `nil` of a document.
  var columnsAndRows: (columns: TableColumns, rows: CSVRows)? {
    guard var rows = table, let header = rows.next() else { return nil }
    return (TableColumns(header), rows)
  }
}

/// Reports as the rows of a table bring them, one after the other or mixed.
struct TableDrafts {
  private(set) var reports: [ReportDraft] = []
  private var positions: [String: Int] = [:]

  /// Changes the report of a name, which begins where it is first met.
  mutating func update(
    _ name: String, at place: TextPlace, _ change: (inout ReportDraft) -> Void
  ) {
    if let position = positions[name] {
      change(&reports[position])
    } else {
      var draft = ReportDraft(at: place)
      draft.title = TextCleaner.name(name)
      positions[name] = reports.count
      change(&draft)
      reports.append(draft)
    }
  }
}

extension ReportDraft {
  /// Takes a date where it is earlier than the one that the report has.
  mutating func takeEarlier(_ other: PartialDate?) {
    guard let other else { return }
    date = date.map { min($0, other) } ?? other
  }

  mutating func add(address: String?) {
    guard let address, !addresses.contains(address) else { return }
    addresses.append(address)
  }
}
