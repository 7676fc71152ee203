package import Corpora

/// Every pair of techniques on one basis: counts, what report sizes explain, and how sure we are.
///
/// Columns stand in the order of their ids, which decides ties.
package struct Associations: Sendable {
  /// The columns' ids.
  package let ids: [String]
  package let counts: PairCounts
  package let expected: ExpectedCounts
  package let significance: PairSignificance
  /// For each technique its rank among the cited ones, the most cited first; 1 is the first, and
  /// techniques of equally many reports share a rank.
  package let ranks: [Int?]
  private let families: [Substring]

  /// - Parameters:
  ///   - matrix: reports by techniques, all rows of the basis.
  ///   - ids: of the techniques, rising.
  ///   - weights: how many sightings each row stands for; one, unless given.
  package init(_ matrix: BitMatrix, ids: [String], weights: [Int]? = nil) async {
    self.ids = ids
    families = ids.map { $0.prefix { $0 != "." } }
    counts = PairCounts(matrix, weights: weights)
    ranks = Self.ranks(counts.totals)
    expected = ExpectedCounts(matrix, counts: counts, weights: weights)
    significance = await PairSignificance(counts, expected.model)
  }

  private static func ranks(_ totals: [Int]) -> [Int?] {
    var first: [Int: Int] = [:]
    for (place, total) in totals.sorted(by: >).enumerated() where first[total] == nil {
      first[total] = place + 1
    }
    return totals.map { $0 == 0 ? nil : first[$0] }
  }

  /// How many reports cite the technique.
  package func total(_ technique: Int) -> Int { counts.total(technique) }

  /// Whether one is the other's sub-technique, or both are subs of one parent.
  package func isFamily(_ a: Int, _ b: Int) -> Bool { families[a] == families[b] }

  /// The technique's relation to a partner.
  package subscript(technique: Int, partner: Int) -> Association {
    let together = counts.together(technique, partner)
    let mean = expected.mean(technique, partner)
    let pValue = significance.pValue(technique, partner)
    return Association(
      partner: partner, together: together, base: counts.total(technique), expected: mean,
      ratio: ShrunkenRatio(together: together, expected: mean), pValue: pValue,
      qValue: significance.qValue(technique, partner),
      grade: Grade(together: together, expected: mean, pValue: pValue),
      isFamily: isFamily(technique, partner))
  }

  /// How far apart the pair stands in clusters and heatmaps.
  package func distance(_ a: Int, _ b: Int) -> Double {
    ShrunkenRatio(together: counts.together(a, b), expected: expected.mean(a, b)).distance
  }
}
