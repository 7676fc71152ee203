/// The columns of rows, one row after the other in one list: quicker to run through than a list of
/// lists.
struct PackedRows: Sendable {
  private let columns: [Int]
  /// For each row where the next one begins.
  private let ends: [Int]

  init(_ rows: [[Int]]) {
    columns = rows.flatMap(\.self)
    var end = 0
    ends = rows.map { row in
      end += row.count
      return end
    }
  }

  /// Adds up the weights of the rows that have each column, from the first row on.
  ///
  /// - Parameters:
  ///   - weights: of the rows, none negative.
  ///   - columnCount: more than any column.
  /// - Returns: the sums, by column.
  func sums(of weights: [Double], columnCount: Int) -> [Double] {
    var sums = Array(repeating: 0.0, count: columnCount)
    var start = 0
    for (end, weight) in zip(ends, weights) {
      if weight > 0 {
        for position in start..<end { sums[columns[position]] += weight }
      }
      start = end
    }
    return sums
  }
}
