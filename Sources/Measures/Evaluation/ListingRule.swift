package import Attack

/// A way to choose the partners that a technique's page would list first.
package enum ListingRule: String, CaseIterable, Codable, Sendable {
  /// The most reported techniques, the same for all.
  case popularity
  /// By share of the technique's reports.
  case share
  case lift
  case normalizedPMI
  case pValue
  /// By the lower bound, however low.
  case lowerBound
  /// The partners that stand out: firm and possible only.
  case standingOut

  /// The first partners, none of the technique's family, at most `most`.
  package func partners(
    of technique: Index<Technique>, in associations: Associations, most: Int
  ) -> [Index<Technique>] {
    partners(of: technique, among: associations.partners(of: technique), in: associations, most)
  }

  /// The same for somebody who has all partners at hand.
  func partners(
    of technique: Index<Technique>, among all: [Association], in associations: Associations,
    _ most: Int
  ) -> [Index<Technique>] {
    switch self {
    case .popularity:
      let totals = associations.counts.totals
      let others = totals.indices.filter {
        $0 != technique && totals[$0] > 0 && !associations.isFamily(technique, $0)
      }
      return Self.first(most, of: others) { Double(totals[$0]) }
    case .standingOut:
      return associations.standingOut(from: technique, among: all, most: most).map(\.partner)
    default:
      let partners = all.filter { !$0.isFamily }
      let best = Self.first(most, of: Array(partners.indices)) {
        score(partners[$0], associations.counts)
      }
      return best.map { partners[$0].partner }
    }
  }

  private func score(_ pair: Association, _ counts: PairCounts) -> Double {
    let total = counts.total(pair.partner)
    let reports = counts.reportCount
    return switch self {
    case .lift:
      Lift(together: pair.together, pair.base, total, reports: reports)?.value ?? 0
    case .normalizedPMI:
      NormalizedPMI(together: pair.together, pair.base, total, reports: reports)?.value ?? 0
    case .pValue: -pair.pValue
    case .lowerBound: pair.ratio.lower
    default: pair.share
    }
  }

  /// The highest, equals in their order.
  private static func first<Item: Comparable>(
    _ most: Int, of items: [Item], by score: (Item) -> Double
  ) -> [Item] {
    items.map { (item: $0, score: score($0)) }
      .sorted { (-$0.score, $0.item) < (-$1.score, $1.item) }
      .prefix(most).map(\.item)
  }
}
