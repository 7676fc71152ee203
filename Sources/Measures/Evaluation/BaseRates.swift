/// What is known without evidence.
package struct BaseRates: Sendable {
  /// By technique.
  package let rates: [Double]
  /// All techniques by descending base rate, then by id.
  let ranking: [Int]
  /// Those that stand first: what one would look for without asking.
  let mostReported: [Int]

  package init(_ rates: [Double]) {
    self.rates = rates
    ranking = rates.indices.sorted { (-rates[$0], $0) < (-rates[$1], $1) }
    mostReported = Array(ranking.prefix(Associations.commonCount))
  }
}
