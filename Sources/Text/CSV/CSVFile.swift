/// A table for programs, as RFC 4180 has it: a header, LF, quotes where needed.
package struct CSVFile: ~Copyable {
  private var writer = ByteWriter(capacity: 1 << 14)

  /// - Parameter columns: their names, none of which needs quotes.
  package init(columns: [String]) {
    writer.put(text: columns.joined(separator: ","))
    writer.put("\n")
  }

  package var bytes: [UInt8] { writer.bytes }

  package mutating func add(_ row: Field...) {
    writer.list(row) { field, writer in
      switch field {
      case .text(let text): writer.cell(text)
      case .count(let count): writer.integer(count)
      case .number(let number): writer.fine(number)
      case .rounded(let number): writer.significant(number, 4)
      case .empty: break
      }
    }
    writer.put("\n")
  }

  package enum Field {
    /// A text: guarded against spreadsheets that would run it.
    case text(String)
    case count(Int)
    /// To nine digits, and as many after the point: finer than any page shows.
    case number(Double)
    /// To four digits: what a page shows, where `cooccurrence.csv` has it finer.
    case rounded(Double)
    /// What is not known, or does not apply.
    case empty
  }
}
