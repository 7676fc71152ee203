/// The rows of a table as people and programs write it: RFC 4180, and what differs from it in use.
///
/// The separator is the comma, the semicolon or the tab, whichever the first row has most of, or what a first line such as
/// `sep=;` says. Rows end with LF, CRLF or CR; a quoted cell may hold any of them. A row of blanks alone is left out.
package struct CSVRows: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  package let separator: UInt8
  private var at: Int
  /// Of the byte at `at`, from 1.
  private var line = 1

  /// A row: its cells, and where it begins.
  package struct Row {
    package let line: Int
    package private(set) var cells: [Cell]
  }

  /// A cell: its text, and its column in the file, in bytes from the start of the row.
  package struct Cell: Equatable, Sendable {
    package let text: String
    package let column: Int
  }

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let text = bytes.withoutMark
    if let (named, rows) = Self.namedSeparator(text) {
      (separator, at, line) = (named, rows, 2)
    } else {
      (separator, at) = (Self.separator(of: text), text.startIndex)
    }
  }

  /// The quotation mark without its pair, where the text ends in a cell.
  package private(set) var unclosedQuote: TextPlace?

  package mutating func next() -> Row? {
    while at < bytes.count {
      let row = takeRow()
      if row.cells.contains(where: { !$0.text.isBlank }) { return row }
    }
    return nil
  }
}

extension CSVRows {
  private mutating func takeRow() -> Row {
    let (start, first) = (at, line)
    var cells: [Cell] = []
    while true {
      let column = at - start + 1
      cells.append(Cell(text: takeCell(), column: column))
      guard at < bytes.count else { break }
      let end = bytes[at]
      at += 1
      if end == separator { continue }
      if end == Self.carriageReturn, at < bytes.count, bytes[at] == .newline { at += 1 }
      line += 1
      break
    }
    return Row(line: first, cells: cells)
  }

  /// Takes a cell, up to the separator or the end of the line, which stays.
  private mutating func takeCell() -> String {
    var blanks = at
    while blanks < bytes.count, bytes[blanks] == UInt8(ascii: " ") { blanks += 1 }
    if blanks < bytes.count, bytes[blanks] == Self.quote { return takeQuoted(from: blanks) }
    let start = at
    while at < bytes.count, !endsCell(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// What stands behind the closing quotation mark belongs to the cell, as spreadsheets read it.
  private mutating func takeQuoted(from quote: Int) -> String {
    let firstLine = line
    var text: [UInt8] = []
    at = quote + 1
    while true {
      guard at < bytes.count else {
        unclosedQuote = TextPlace(
          line: firstLine, column: quote - (bytes[..<quote].lastIndex(of: .newline) ?? -1))
        break
      }
      let byte = bytes[at]
      at += 1
      if byte == Self.quote {
        guard at < bytes.count, bytes[at] == Self.quote else { break }
        at += 1
      }
      if byte == .newline
        || byte == Self.carriageReturn && at < bytes.count && bytes[at] != .newline
      {
        line += 1
      }
      text.append(byte)
    }
    while at < bytes.count, !endsCell(bytes[at]) {
      text.append(bytes[at])
      at += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == .newline || byte == Self.carriageReturn
  }

  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// What spreadsheets write before a table, `sep=;`: the separator, and where the rows begin.
  private static func namedSeparator(_ text: ArraySlice<UInt8>) -> (UInt8, rows: Int)? {
    guard let rest = text.dropping("sep="), let separator = rest.first, !separator.isLetterOrDigit,
      separator != quote
    else { return nil }
    var end = rest.dropFirst()
    if end.first == carriageReturn { end = end.dropFirst() }
    if end.first == .newline { end = end.dropFirst() }
    return end.startIndex > rest.startIndex + 1 ? (separator, end.startIndex) : nil
  }

  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes.prefix(1 << 16) {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == .newline || byte == carriageReturn { break }
      counts[byte, default: 0] += 1
    }
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return separators.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? separators[0]
  }
}
