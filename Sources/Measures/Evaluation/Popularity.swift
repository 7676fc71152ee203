package import Attack

/// Ranks by base rate, whatever was seen.
package struct Popularity: Recommender {
  private let base: BaseRates

  package init(_ base: BaseRates) { self.base = base }

  package func scores(_ evidence: [Index<Technique>]) -> IndexedList<Technique, Double> {
    base.rates
  }
}
