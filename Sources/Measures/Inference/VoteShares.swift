/// How a vote is divided among the reports, and what of it the base rates keep: 1 in all.
package struct VoteShares: Equatable, Sendable {
  /// By row.
  package private(set) var reports: [Double]
  /// That of the base rates.
  package private(set) var rest: Double

  /// In proportion to weights, none negative; that of the base rates is above 0.
  init(weights: [Double], rest: Double) {
    let all = weights.reduce(0, +) + rest
    reports = weights
    for report in reports.indices { reports[report] /= all }
    self.rest = rest / all
  }

  /// All of it for the base rates.
  init(reports: Int) { self.init(weights: Array(repeating: 0, count: reports), rest: 1) }

  /// Hands a part, 0...1, of the vote over to another division of it.
  mutating func give(_ part: Double, to other: VoteShares) {
    for report in reports.indices {
      reports[report] = (1 - part) * reports[report] + part * other.reports[report]
    }
    rest = (1 - part) * rest + part * other.rest
  }

  /// Hands a part, 0...1, over to the base rates.
  mutating func giveToRest(_ part: Double) {
    for report in reports.indices { reports[report] *= 1 - part }
    rest = (1 - part) * rest + part
  }

  /// As many sightings of equal share would tell as much.
  ///
  /// Source: L. Kish, "Survey Sampling" (1965).
  ///
  /// - Parameters:
  ///   - sightings: how many each row stands for.
  ///   - all: how many stand behind the base rates.
  /// - Returns: 0 where there are none.
  func effectiveSize(_ sightings: [Int], of all: Int) -> Double {
    var squares = 0.0
    for (share, count) in zip(reports, sightings) where share > 0 {
      squares += share * share / Double(count)
    }
    return all == 0 ? 0 : 1 / (squares + rest * rest / Double(all))
  }
}
