/// A 0/1 matrix as packed bits, by column: which rows (reports) hold a column (a technique).
///
/// A column is a run of 64-bit words, so that what two columns share is one `&` and one count of
/// bits per word. Rows and columns are bare numbers: what they stand for is told apart outside.
package struct BitMatrix: Equatable, Sendable {
  package let rowCount: Int
  package let columnCount: Int
  /// Words per column: `rowCount` bits, rounded up.
  private let stride: Int
  private var words: [UInt64]

  /// An empty matrix of the given shape.
  package init(rowCount: Int, columnCount: Int) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    stride = (rowCount + 63) / 64
    words = Array(repeating: 0, count: stride * columnCount)
  }

  /// Each row as the columns it holds, in any order.
  package init(rows: [[Int]], columnCount: Int) {
    self.init(rowCount: rows.count, columnCount: columnCount)
    for (row, columns) in rows.enumerated() {
      for column in columns { self[row, column] = true }
    }
  }

  package subscript(row: Int, column: Int) -> Bool {
    get { words[column * stride + row / 64] >> UInt64(row % 64) & 1 == 1 }
    set {
      let bit = UInt64(1) << UInt64(row % 64)
      if newValue {
        words[column * stride + row / 64] |= bit
      } else {
        words[column * stride + row / 64] &= ~bit
      }
    }
  }
}

extension BitMatrix {
  /// How many rows hold `column`.
  package func total(ofColumn column: Int) -> Int {
    bits(ofColumn: column).reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// How many rows hold both columns.
  package func together(_ left: Int, _ right: Int) -> Int {
    zip(bits(ofColumn: left), bits(ofColumn: right)).reduce(0) {
      $0 + ($1.0 & $1.1).nonzeroBitCount
    }
  }

  /// The rows that hold `column`, ascending.
  package func rows(ofColumn column: Int) -> [Int] {
    positions(in: bits(ofColumn: column))
  }

  /// The rows that hold both columns, ascending; of the first `most` rows.
  package func rows(ofColumns left: Int, _ right: Int, amongFirst most: Int = .max) -> [Int] {
    let words = most < rowCount ? (most + 63) / 64 : stride
    let both = zip(bits(ofColumn: left).prefix(words), bits(ofColumn: right)).map { $0 & $1 }
    let rows = positions(in: both)
    return most < rowCount ? Array(rows.prefix { $0 < most }) : rows
  }

  /// The columns that `row` holds, ascending.
  package func columns(ofRow row: Int) -> [Int] {
    (0..<columnCount).filter { self[row, $0] }
  }

  /// The columns of every row, ascending: all rows at once, column by column.
  package var columnsByRow: [[Int]] {
    var rows: [[Int]] = Array(repeating: [], count: rowCount)
    for column in 0..<columnCount {
      for row in self.rows(ofColumn: column) { rows[row].append(column) }
    }
    return rows
  }

  /// A matrix of as many rows whose columns are the unions of the given columns.
  package func unions(of groups: [[Int]]) -> BitMatrix {
    var union = BitMatrix(rowCount: rowCount, columnCount: groups.count)
    for (column, members) in groups.enumerated() {
      for member in members {
        for word in 0..<stride {
          union.words[column * stride + word] |= words[member * stride + word]
        }
      }
    }
    return union
  }

  private func bits(ofColumn column: Int) -> ArraySlice<UInt64> {
    words[column * stride..<(column + 1) * stride]
  }

  private func positions(in bits: some Sequence<UInt64>) -> [Int] {
    var rows: [Int] = []
    for (index, word) in bits.enumerated() {
      var rest = word
      while rest != 0 {
        rows.append(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return rows
  }
}
