import Attack

/// Raw probabilities of one size of evidence, each with whether its technique was a hidden one.
struct ScoredPairs: Sendable {
  /// One query's candidates.
  struct Query: Sendable {
    let probabilities: [Double]
    let isHit: [Bool]

    /// Leaves the evidence out.
    ///
    /// - Parameters:
    ///   - answer: the probability of each technique.
    ///   - query: that was asked.
    init(_ answer: IndexedList<Technique, Double>, to query: HeldOutQuery) {
      var evidence = query.evidence[...]
      var hits = query.hidden[...]
      var probabilities: [Double] = []
      var isHit: [Bool] = []
      probabilities.reserveCapacity(answer.count)
      isHit.reserveCapacity(answer.count)
      for (technique, probability) in answer.indexed() {
        if evidence.first == technique {
          evidence.removeFirst()
          continue
        }
        probabilities.append(probability)
        isHit.append(hits.first == technique)
        if hits.first == technique { hits.removeFirst() }
      }
      self.probabilities = probabilities
      self.isHit = isHit
    }
  }

  var queries: [Query]

  /// The probabilities of the hits, ascending.
  var hitProbabilities: [Double] {
    queries.flatMap { query in
      zip(query.probabilities, query.isHit).lazy.filter(\.1).map(\.0)
    }.sorted()
  }

  /// The pairs counted into bins that hold about equally many hits.
  func bins(edges: [Double]) -> [IsotonicRegression.Bin] {
    var bins = Array(repeating: IsotonicRegression.Bin(), count: edges.count + 1)
    for query in queries {
      for (probability, isHit) in zip(query.probabilities, query.isHit) {
        let bin = edges.partitioningIndex(above: probability)
        bins[bin].scores += probability
        bins[bin].hits += isHit ? 1 : 0
        bins[bin].cases += 1
      }
    }
    return bins
  }
}

extension [Double] {
  /// How many of these ascending numbers are no larger than `value`.
  fileprivate func partitioningIndex(above value: Double) -> Int {
    // Nearly all are smaller than the first.
    guard let first, first <= value else { return 0 }
    var low = 1
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
