package import Attack

/// What is known without evidence.
package struct BaseRates: Sendable {
  package let rates: IndexedList<Technique, Double>
  /// All techniques by descending base rate, then by id.
  let ranking: [Index<Technique>]
  /// Those that stand first: what one would look for without asking.
  let mostReported: [Index<Technique>]

  package init(_ rates: IndexedList<Technique, Double>) {
    self.rates = rates
    ranking = rates.indices.sorted { (-rates[$0], $0) < (-rates[$1], $1) }
    mostReported = Array(ranking.prefix(Associations.commonCount))
  }
}
