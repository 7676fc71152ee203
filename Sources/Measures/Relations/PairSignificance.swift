package import Attack

/// The p-value of every pair, and its q-value among all pairs of cited techniques.
///
/// Pairs never seen together are tests like the others: that a pair was seen at all was decided
/// by the data.
package struct PairSignificance: Sendable {
  private let tails: PairTails
  private let qValues: SymmetricMatrix<Double>

  package init(_ counts: PairCounts, _ model: BipartiteConfigurationModel) async {
    let tails = await PairTails(counts, model)
    var pairs: [(a: Index<Technique>, b: Index<Technique>)] = []
    for b in counts.techniques {
      for a in counts.techniques.lowerBound..<b where counts.together(a, b) > 0 {
        pairs.append((a, b))
      }
    }
    let found = BenjaminiHochberg(
      pairs.map { tails.pValue($0.a, $0.b) }, tests: counts.pairCount)
    var qValues = SymmetricMatrix(repeating: 1.0, count: counts.techniques.count)
    for (pair, qValue) in zip(pairs, found.qValues) {
      qValues[pair.a.number, pair.b.number] = qValue
    }
    self.tails = tails
    self.qValues = qValues
  }

  /// The chance of that many reports with both, or more, given the report sizes alone.
  package func pValue(_ a: Index<Technique>, _ b: Index<Technique>) -> Double {
    tails.pValue(a, b)
  }

  /// The share of chance findings among the pairs that are at least as surprising.
  package func qValue(_ a: Index<Technique>, _ b: Index<Technique>) -> Double {
    qValues[a.number, b.number]
  }
}
