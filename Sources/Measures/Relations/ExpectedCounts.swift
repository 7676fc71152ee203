package import Attack
package import Corpora

/// How many reports would cite both techniques of a pair, were only the degrees at work.
///
/// `E = sum of N_s p_si p_sj` over the size classes s of reports, and the variance of that count,
/// `V = sum of N_s p_si p_sj (1 - p_si p_sj)`. Both depend on the techniques through their
/// totals alone, so E is kept by pair of degree classes; V, which few ask for, is not kept.
package struct ExpectedCounts: Sendable {
  package let model: BipartiteConfigurationModel
  private let means: SymmetricMatrix<Double>

  package init(_ model: BipartiteConfigurationModel) {
    self.model = model
    let weights = model.reports.sizes.map { Double($0) }
    let columns = model.techniques.degrees.indices.map { index in
      model.probabilities.map { $0[index] }
    }
    means = SymmetricMatrix(count: columns.count) { a, b in
      var sum = 0.0
      for index in weights.indices {
        sum += weights[index] * (columns[a][index] * columns[b][index])
      }
      return sum
    }
  }

  /// Fits the null to the margins of a matrix.
  ///
  /// - Parameters:
  ///   - matrix: reports by techniques.
  ///   - counts: of the same matrix, with the same weights.
  ///   - weights: how many sightings each row counts for; one by default.
  package init(_ matrix: BitMatrix, counts: PairCounts, weights: [Int]? = nil) {
    self.init(sizes: matrix.columnsByRow.map(\.count), counts: counts, weights: weights)
  }

  /// Fits the null to the sizes of reports and the totals of their techniques.
  init(sizes: [Int], counts: PairCounts, weights: [Int]? = nil) {
    self.init(
      BipartiteConfigurationModel(
        reports: DegreeClasses(of: sizes, weights: weights),
        techniques: DegreeClasses(of: Array(counts.totals))))
  }

  /// The expected number of reports that cite both (E).
  package func mean(_ a: Index<Technique>, _ b: Index<Technique>) -> Double {
    mean(ofColumns: a.number, b.number)
  }

  /// The same of a matrix whose columns are not all techniques.
  func mean(ofColumns a: Int, _ b: Int) -> Double {
    means[model.techniques.classes[a], model.techniques.classes[b]]
  }

  /// How likely a report of one size class is to cite a technique.
  package func chance(of technique: Index<Technique>, inSizeClass size: Int) -> Double {
    model.probabilities[size][model.techniques.classes[technique.number]]
  }

  /// The variance of that number (V).
  package func variance(_ a: Index<Technique>, _ b: Index<Technique>) -> Double {
    let (first, second) = (
      model.techniques.classes[a.number], model.techniques.classes[b.number]
    )
    return zip(model.reports.sizes, model.probabilities).reduce(0) { sum, links in
      let both = links.1[first] * links.1[second]
      return sum + Double(links.0) * (both * (1 - both))
    }
  }
}
