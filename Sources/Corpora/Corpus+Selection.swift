extension Corpus {
  /// Some of a corpus's reports, as a bit mask over its rows.
  package struct Selection: Equatable, Sendable {
    /// The selected rows, ascending.
    package let rows: [Int]
    /// All rows of the corpus, selected or not.
    package let rowCount: Int
    /// A bit for each row, 64 to a word.
    private let words: [UInt64]

    /// - Parameters:
    ///   - rowCount: how many rows the corpus has.
    ///   - isSelected: asked once for each row, in their order.
    package init(of rowCount: Int, where isSelected: (Int) -> Bool = { _ in true }) {
      var words = [UInt64](repeating: 0, count: (rowCount + 63) / 64)
      var rows: [Int] = []
      for row in 0..<rowCount where isSelected(row) {
        words[row / 64] |= 1 << UInt64(row % 64)
        rows.append(row)
      }
      self.rows = rows
      self.rowCount = rowCount
      self.words = words
    }
  }

  /// A selection of every report.
  package var all: Selection { Selection(of: reports.count) }
}

extension Corpus.Selection {
  package var count: Int { rows.count }

  package var isEmpty: Bool { rows.isEmpty }

  package var isAll: Bool { count == rowCount }

  package func contains(_ row: Int) -> Bool {
    words[row / 64] >> UInt64(row % 64) & 1 == 1
  }

  /// Those of some rows that are selected, in the order in which they are given.
  package func filter(_ rows: [Int]) -> [Int] {
    isAll ? rows : rows.filter(contains)
  }

  /// The rows that are not selected.
  package var others: Corpus.Selection {
    Corpus.Selection(of: rowCount) { !contains($0) }
  }
}
