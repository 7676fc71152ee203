package import Corpora

/// How far the kinds of evidence agree: what was drawn, what ran, what one gives and another needs, and the counts.
package struct OrderAgreement: Equatable, Sendable {
  package let drawn: PairAgreement
  package let run: PairAgreement
  package let enabling: PairAgreement
  /// How many of the drawn pairs ran too.
  package let drawnAndRun: SharedPairs
  /// In how many of the drawn pairs the first gives what the second needs.
  package let drawnAndEnabling: SharedPairs

  /// How many pairs another kind of evidence has, too; one may be both the same and reversed.
  package struct SharedPairs: Equatable, Sendable {
    package let same: Int
    /// With the second before the first.
    package let reversed: Int
    package let of: Int
  }

  /// - Parameters:
  ///   - orders: what was drawn, and what ran.
  ///   - enabling: what techniques give and need.
  ///   - associations: of the counted reports.
  package init(_ orders: OrderBook, _ enabling: EnablingGraph, _ associations: Associations) {
    let drawn = orders[.drawn].map { DirectedPair(first: $0.before, second: $0.after) }
    let run = orders[.run].map { DirectedPair(first: $0.before, second: $0.after) }
    let edges = enabling.pairs.map { DirectedPair(first: $0.from, second: $0.to) }
    self.drawn = PairAgreement(drawn, associations)
    self.run = PairAgreement(run, associations)
    self.enabling = PairAgreement(edges, associations)
    drawnAndRun = SharedPairs(drawn, Set(run))
    drawnAndEnabling = SharedPairs(drawn, Set(edges))
  }
}

extension OrderAgreement.SharedPairs {
  fileprivate init(_ pairs: [DirectedPair], _ others: Set<DirectedPair>) {
    same = pairs.count { others.contains($0) }
    reversed = pairs.count { others.contains($0.reversed) }
    of = pairs.count
  }
}
