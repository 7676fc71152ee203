package import Attack
import Text

/// The chance, by report sizes alone, of seeing a pair together at least as often as it was (p).
///
/// The count of a pair is a Poisson-binomial over the reports, report r with the probability
/// `p_ra p_rb` of the null. It depends on the two techniques through their totals alone, so tails
/// are computed by pair of degree classes, for the counts that occur in it.
package struct PairTails: Sendable {
  private let pValues: SymmetricMatrix<Double>

  package init(_ counts: PairCounts, _ model: BipartiteConfigurationModel) async {
    let groups = Self.groups(counts, model.techniques)
    let cost = groups.reduce(0) { $0 + $1.largest * counts.reportCount }
    let tails = await concurrentMap(groups.count) { index in
      let group = groups[index]
      let trials = PoissonBinomial(model, group.classes.first, group.classes.second)
      return cost <= Self.mostExactSteps
        ? trials.upperTails(of: group.counts) : trials.approximateUpperTails(of: group.counts)
    }
    var pValues = SymmetricMatrix(repeating: 1.0, count: counts.techniques.count)
    for (group, tails) in zip(groups, tails) {
      for pair in group.pairs { pValues[pair.a, pair.b] = tails[pair.count] }
    }
    self.pValues = pValues
  }

  /// The p-value of a pair: 1 where it was never seen.
  package func pValue(_ a: Index<Technique>, _ b: Index<Technique>) -> Double {
    pValues[a.number, b.number]
  }

  /// With more steps than this (one per state and trial) the tails are approximated.
  private static let mostExactSteps = 2_000_000_000
}

extension PairTails {
  /// The pairs of two degree classes.
  private struct Group: Sendable {
    let classes: (first: Int, second: Int)
    /// The counts that occur, ascending.
    var counts: [Int] = []
    /// The pairs that were seen, each with the index of its count in `counts`.
    var pairs: [(a: Int, b: Int, count: Int)] = []

    var largest: Int { counts.last ?? 0 }
  }

  /// The pairs that were seen together, by their degree classes.
  private static func groups(_ counts: PairCounts, _ classes: DegreeClasses) -> [Group] {
    var indices = SymmetricMatrix(repeating: -1, count: classes.count)
    var groups: [Group] = []
    var seen: [[(a: Int, b: Int, count: Int)]] = []
    for b in counts.techniques.map(\.number) {
      for a in 0..<b where counts.together(ofColumns: a, b) > 0 {
        let (first, second) = (classes.classes[a], classes.classes[b])
        if indices[first, second] < 0 {
          indices[first, second] = groups.count
          groups.append(Group(classes: (min(first, second), max(first, second))))
          seen.append([])
        }
        seen[indices[first, second]].append((a, b, counts.together(ofColumns: a, b)))
      }
    }
    for (index, pairs) in seen.enumerated() {
      let occurring = Set(pairs.map(\.count)).sorted()
      let positions = Dictionary(uniqueKeysWithValues: zip(occurring, occurring.indices))
      groups[index].counts = occurring
      groups[index].pairs = pairs.map { ($0.a, $0.b, positions[$0.count] ?? 0) }
    }
    return groups
  }
}

extension PoissonBinomial {
  /// The count of a pair of techniques of two degree classes.
  init(_ model: BipartiteConfigurationModel, _ first: Int, _ second: Int) {
    self.init(
      zip(model.reports.sizes, model.probabilities).map { size, links in
        Trials(probability: links[first] * links[second], count: size)
      })
  }

  /// The probability of at least k successes, for each of the given k, ascending.
  func upperTails(of counts: [Int]) -> [Double] {
    let tails = upperTails(upTo: counts.last ?? 0)
    return counts.map { tails[$0] }
  }

  /// Like `upperTails`, at a cost that does not grow with the number of trials.
  package func approximateUpperTails(of counts: [Int]) -> [Double] {
    let few = counts.prefix { $0 <= Self.mostByGroups }
    guard !few.isEmpty else { return counts.map(upperTailBySaddlepoint) }
    let exact = upperTails(upTo: min(counts.last ?? 0, Self.mostByGroups))
    return few.map { exact[$0] } + counts[few.endIndex...].map(upperTailBySaddlepoint)
  }

  /// Counts below ten are few enough to be exact.
  private static let mostByGroups = 9
}
