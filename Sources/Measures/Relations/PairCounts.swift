package import Attack
package import Corpora

/// How many reports cite each pair of techniques, and each technique.
///
/// Counted by report: the work is the number of pairs that the reports hold, not of all pairs.
package struct PairCounts: Sendable {
  /// All reports of the basis (R).
  package let reportCount: Int
  private let counts: SymmetricMatrix<Int32>

  /// - Parameters:
  ///   - matrix: reports by techniques.
  ///   - weights: how many sightings each row counts for; one by default.
  package init(_ matrix: BitMatrix, weights: [Int]? = nil) {
    self.init(rows: matrix.columnsByRow, columnCount: matrix.columnCount, weights: weights)
  }

  /// - Parameters:
  ///   - rows: the techniques of each report, ascending.
  ///   - columnCount: how many techniques there are.
  ///   - weights: how many sightings each row counts for; one by default.
  init(rows: [[Int]], columnCount: Int, weights: [Int]? = nil) {
    reportCount = weights.map { $0.reduce(0, +) } ?? rows.count
    var counts = SymmetricMatrix<Int32>(repeating: 0, count: columnCount)
    for (row, techniques) in rows.enumerated() {
      let weight = Int32(weights?[row] ?? 1)
      for (index, second) in techniques.enumerated() {
        counts.update(second, withEach: techniques[...index]) { $0 += weight }
      }
    }
    self.counts = counts
  }
}

extension PairCounts {
  package var techniques: Range<Index<Technique>> { Index(0)..<Index(counts.count) }

  /// Reports that cite both techniques (O).
  package func together(_ a: Index<Technique>, _ b: Index<Technique>) -> Int {
    together(ofColumns: a.number, b.number)
  }

  /// The same of a matrix whose columns are not all techniques.
  func together(ofColumns a: Int, _ b: Int) -> Int { Int(counts[a, b]) }

  /// Reports that cite the technique (n).
  package func total(_ technique: Index<Technique>) -> Int {
    together(ofColumns: technique.number, technique.number)
  }

  /// Every technique's reports.
  package var totals: IndexedList<Technique, Int> { IndexedList(for: techniques, total) }

  /// Techniques by how many reports cite them, the most reported first, of equal ones by id.
  package func mostReportedFirst(
    _ techniques: some Sequence<Index<Technique>>
  ) -> [Index<Technique>] {
    techniques.sorted { (-total($0), $0) < (-total($1), $1) }
  }

  /// The same, the rarest first.
  package func rarestFirst(
    _ techniques: some Sequence<Index<Technique>>
  ) -> [Index<Technique>] {
    techniques.sorted { (total($0), $0) < (total($1), $1) }
  }

  /// Techniques that some report cites.
  package var citedCount: Int { totals.count { $0 > 0 } }

  /// All pairs of cited techniques, those never seen together too.
  package var pairCount: Int { citedCount * (citedCount - 1) / 2 }
}
