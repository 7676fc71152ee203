package import Attack
package import Corpora

/// Every pair of techniques on one basis: counts, and what the sizes of the reports explain.
package struct PairRatios: Sendable {
  package let counts: PairCounts
  package let expected: ExpectedCounts

  package init(_ counts: PairCounts, _ expected: ExpectedCounts) {
    self.counts = counts
    self.expected = expected
  }

  /// - Parameters:
  ///   - matrix: reports by techniques, all rows of the basis.
  ///   - weights: how many sightings each row counts for; one by default.
  package init(_ matrix: BitMatrix, weights: [Int]? = nil) {
    self.init(rows: matrix.columnsByRow, columnCount: matrix.columnCount, weights: weights)
  }

  /// - Parameters:
  ///   - rows: the techniques of each report, ascending.
  ///   - columnCount: how many techniques there are.
  ///   - weights: how many sightings each row counts for; one by default.
  init(rows: [[Int]], columnCount: Int, weights: [Int]? = nil) {
    counts = PairCounts(rows: rows, columnCount: columnCount, weights: weights)
    expected = ExpectedCounts(sizes: rows.map(\.count), counts: counts, weights: weights)
  }

  /// The technique's relation to a partner.
  package subscript(technique: Index<Technique>, partner: Index<Technique>) -> PairRatio {
    self[columns: technique.number, partner.number, partner]
  }

  /// The same of two columns, the other of which stands for a partner.
  subscript(columns column: Int, other: Int, partner: Index<Technique>) -> PairRatio {
    PairRatio(
      partner: partner, together: counts.together(ofColumns: column, other),
      base: counts.together(ofColumns: column, column),
      expected: expected.mean(ofColumns: column, other))
  }

  /// Every other technique that some report cites together with this one, ascending.
  package func partners(of technique: Index<Technique>) -> [Index<Technique>] {
    counts.techniques.filter { $0 != technique && counts.together(technique, $0) > 0 }
  }

  /// The partners of other families.
  func partners(
    of technique: Index<Technique>, outside families: TechniqueFamilies
  ) -> [PairRatio] {
    partners(of: technique).filter { !families.isFamily(technique, $0) }
      .map { self[technique, $0] }
  }

  /// How far apart the pair is in clusters and heatmaps.
  package func distance(_ a: Index<Technique>, _ b: Index<Technique>) -> Double {
    distance(ofColumns: a.number, b.number)
  }

  private func distance(ofColumns a: Int, _ b: Int) -> Double {
    ShrunkenRatio.distance(
      together: counts.together(ofColumns: a, b), expected: expected.mean(ofColumns: a, b))
  }

  /// The order of some techniques in which those often cited together are neighbours; ties are
  /// decided by their ids, in the order of the techniques.
  func leafOrder(of techniques: [Index<Technique>], ids: [String]) -> [Index<Technique>] {
    leafOrder(ofColumns: techniques.map(\.number), ids: ids).map { Index($0) }
  }

  /// The same of columns that are not all techniques.
  func leafOrder(ofColumns columns: [Int], ids: [String]) -> [Int] {
    OptimalLeafOrder(
      SymmetricMatrix(count: columns.count) { distance(ofColumns: columns[$0], columns[$1]) },
      ids: ids
    ).leaves.map { columns[$0] }
  }
}
