/// Rates that never fall, fitted to bins: neighbours that fall are pooled.
///
/// Source: M. Ayer, H. D. Brunk, G. M. Ewing, W. T. Reid, E. Silverman, "An Empirical Distribution
/// Function for Sampling with Incomplete Information", Annals of Mathematical Statistics 26 (1955)
/// 641-647.
package struct IsotonicRegression: Equatable, Sendable {
  /// Cases that are taken together: the sum of their scores, how many hit, how many there are.
  package struct Bin: Equatable, Sendable {
    package var scores: Double
    package var hits: Int
    package var cases: Int

    package init(scores: Double = 0, hits: Int = 0, cases: Int = 0) {
      self.scores = scores
      self.hits = hits
      self.cases = cases
    }

    package var meanScore: Double { scores / Double(cases) }
    package var rate: Double { Double(hits) / Double(cases) }

    /// Compared crosswise, in whole numbers.
    fileprivate func isAtLeast(_ other: Bin) -> Bool {
      hits * other.cases >= other.hits * cases
    }
  }

  /// Rates strictly ascending.
  package let bins: [Bin]

  /// - Parameter bins: by ascending score, without empty ones.
  package init(_ bins: [Bin]) {
    var pooled: [Bin] = []
    for bin in bins where bin.cases > 0 {
      var last = bin
      while let before = pooled.last, before.isAtLeast(last) {
        pooled.removeLast()
        last = Bin(
          scores: before.scores + last.scores, hits: before.hits + last.hits,
          cases: before.cases + last.cases)
      }
      pooled.append(last)
    }
    self.bins = pooled
  }
}
