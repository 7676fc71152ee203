package import Attack
package import Corpora

/// Every pair of techniques on one basis: counts, what report sizes explain, and how sure we are.
///
/// Techniques are in the order of their ids, which decides ties.
package struct Associations: Sendable {
  package let ids: IndexedList<Technique, String>
  package let ratios: PairRatios
  package let significance: PairSignificance
  /// For each technique its rank among the cited ones, the most cited first; 1 is the first, and
  /// techniques of equally many reports share a rank.
  package let ranks: IndexedList<Technique, Int?>
  /// The fifteen techniques that most reports cite, of equal ones the first by id: what is common in
  /// any intrusion.
  package let mostReported: [Index<Technique>]
  private let families: TechniqueFamilies

  /// - Parameters:
  ///   - matrix: reports by techniques, all rows of the basis.
  ///   - ids: of the techniques, ascending.
  ///   - weights: how many sightings each row counts for; one by default.
  package init(
    _ matrix: BitMatrix, ids: IndexedList<Technique, String>, weights: [Int]? = nil
  ) async {
    self.ids = ids
    families = TechniqueFamilies(ids)
    ratios = PairRatios(matrix, weights: weights)
    ranks = Self.ranks(ratios.counts.totals)
    mostReported = Self.mostReported(ratios.counts)
    significance = await PairSignificance(ratios.counts, ratios.expected.model)
  }

  private static func ranks(
    _ totals: IndexedList<Technique, Int>
  ) -> IndexedList<Technique, Int?> {
    var first: [Int: Int] = [:]
    for (index, total) in totals.sorted(by: >).enumerated() where first[total] == nil {
      first[total] = index + 1
    }
    return totals.mapValues { $0 == 0 ? nil : first[$0] }
  }

  private static func mostReported(_ counts: PairCounts) -> [Index<Technique>] {
    let cited = counts.techniques.filter { counts.total($0) > 0 }
    return Array(counts.mostReportedFirst(cited).prefix(commonCount))
  }

  /// So many techniques are what one would look for without asking.
  static let commonCount = 15

  package var counts: PairCounts { ratios.counts }
  package var expected: ExpectedCounts { ratios.expected }

  /// How many reports cite the technique.
  package func total(_ technique: Index<Technique>) -> Int { counts.total(technique) }

  /// Whether one is the other's sub-technique, or both are subs of one parent.
  package func isFamily(_ a: Index<Technique>, _ b: Index<Technique>) -> Bool {
    families.isFamily(a, b)
  }

  /// The technique's relation to a partner.
  package subscript(technique: Index<Technique>, partner: Index<Technique>) -> Association {
    let pair = ratios[technique, partner]
    let pValue = significance.pValue(technique, partner)
    return Association(
      partner: partner, together: pair.together, base: pair.base, expected: pair.expected,
      ratio: pair.ratio, pValue: pValue, qValue: significance.qValue(technique, partner),
      grade: Grade(pair, pValue: pValue),
      isFamily: isFamily(technique, partner))
  }

  /// How many pairs of cited techniques have a p-value of at most this one.
  package func rank(ofPValue pValue: Double) -> Int {
    let cited = ids.indices.filter { counts.total($0) > 0 }
    return cited.enumerated().reduce(0) { sum, first in
      sum
        + cited[(first.offset + 1)...].count {
          significance.pValue(first.element, $0) <= pValue
        }
    }
  }

  /// How far apart the pair is in clusters and heatmaps.
  package func distance(_ a: Index<Technique>, _ b: Index<Technique>) -> Double {
    ratios.distance(a, b)
  }
}
