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
  package subscript(technique: Int, partner: Int) -> PairRatio {
    PairRatio(
      partner: partner, together: counts.together(technique, partner),
      base: counts.total(technique), expected: expected.mean(technique, partner))
  }

  /// Every other technique that some report cites together with this one, by its column.
  package func partners(of technique: Int) -> [Int] {
    (0..<counts.techniqueCount).filter { $0 != technique && counts.together(technique, $0) > 0 }
  }

  /// The partners of other families.
  func partners(of technique: Int, outside families: TechniqueFamilies) -> [PairRatio] {
    partners(of: technique).filter { !families.isFamily(technique, $0) }
      .map { self[technique, $0] }
  }

  /// How far apart the pair is in clusters and heatmaps.
  package func distance(_ a: Int, _ b: Int) -> Double {
    ShrunkenRatio.distance(together: counts.together(a, b), expected: expected.mean(a, b))
  }

  /// The order of some techniques in which those often cited together are neighbours; ties are
  /// decided by their ids, in the order of the techniques.
  func leafOrder(of techniques: [Int], ids: [String]) -> [Int] {
    OptimalLeafOrder(
      SymmetricMatrix(count: techniques.count) { distance(techniques[$0], techniques[$1]) },
      ids: ids
    ).leaves.map { techniques[$0] }
  }
}
