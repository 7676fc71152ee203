import Text

/// The chance, by report sizes alone, of seeing a pair together at least as often as it was (p).
///
/// The count of a pair is a Poisson-binomial over the reports, report r with the probability
/// `p_ra p_rb` of the null. It depends on the two techniques through their totals alone, so tails
/// are worked out by pair of degree classes, up to the largest count seen in it.
package struct PairTails: Sendable {
  private let counts: PairCounts
  private let classes: DegreeClasses
  /// By pair of degree classes: the tail for each count, 0 first.
  private let tails: SymmetricMatrix<[Double]>

  package init(_ counts: PairCounts, _ model: BipartiteConfigurationModel) async {
    self.counts = counts
    classes = model.techniques
    let largest = Self.largestCounts(counts, classes)
    let pairs = (0..<classes.count).flatMap { b in (0...b).map { (first: $0, second: b) } }
      .filter { largest[$0.first, $0.second] > 0 }
    let cost = pairs.reduce(0) { $0 + largest[$1.first, $1.second] * counts.reportCount }
    let found = await concurrentMap(pairs.count) { index in
      let pair = pairs[index]
      let trials = PoissonBinomial(model, pair.first, pair.second)
      let most = largest[pair.first, pair.second]
      return cost <= Self.mostExactSteps
        ? trials.upperTails(upTo: most) : trials.approximateUpperTails(upTo: most)
    }
    var tails = SymmetricMatrix(repeating: [1.0], count: classes.count)
    for (pair, values) in zip(pairs, found) { tails[pair.first, pair.second] = values }
    self.tails = tails
  }

  /// The p-value of a pair: 1 where it was never seen.
  package func pValue(_ a: Int, _ b: Int) -> Double {
    tails[classes.classes[a], classes.classes[b]][counts.together(a, b)]
  }

  private static func largestCounts(
    _ counts: PairCounts, _ classes: DegreeClasses
  ) -> SymmetricMatrix<Int> {
    var largest = SymmetricMatrix(repeating: 0, count: classes.count)
    for b in 0..<counts.techniqueCount {
      for a in 0..<b where counts.together(a, b) > 0 {
        let (first, second) = (classes.classes[a], classes.classes[b])
        largest[first, second] = max(largest[first, second], counts.together(a, b))
      }
    }
    return largest
  }

  /// Above so many steps (a state of a trial each) the tails are approximated.
  private static let mostExactSteps = 2_000_000_000
}

extension PoissonBinomial {
  /// The count of a pair of techniques of two degree classes.
  init(_ model: BipartiteConfigurationModel, _ first: Int, _ second: Int) {
    self.init(
      zip(model.reports.sizes, model.probabilities).map { size, links in
        Trials(probability: links[first] * links[second], count: size)
      })
  }

  /// Like `upperTails`, at a cost that does not grow with the number of trials.
  package func approximateUpperTails(upTo most: Int) -> [Double] {
    let few = upperTails(upTo: min(most, Self.mostByGroups))
    guard most > Self.mostByGroups else { return few }
    return few + (few.count...most).map(upperTailBySaddlepoint)
  }

  /// Counts below ten are few enough to be exact.
  private static let mostByGroups = 9
}
