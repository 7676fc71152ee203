package import Corpora

/// How many reports would cite both techniques of a pair, were only the degrees at work.
///
/// `E = sum of N_s p_si p_sj` over the size classes s of reports, and the variance of that count,
/// `V = sum of N_s p_si p_sj (1 - p_si p_sj)`. Both depend on the techniques through their
/// totals alone, so they are kept by pair of degree classes.
package struct ExpectedCounts: Sendable {
  package let model: BipartiteConfigurationModel
  private let means: SymmetricMatrix<Double>
  private let variances: SymmetricMatrix<Double>

  package init(_ model: BipartiteConfigurationModel) {
    self.model = model
    let weights = model.reports.sizes.map { Double($0) }
    let columns = model.techniques.degrees.indices.map { place in
      model.probabilities.map { $0[place] }
    }
    func sum(_ a: Int, _ b: Int, _ term: (Double) -> Double) -> Double {
      var sum = 0.0
      for place in weights.indices {
        sum += weights[place] * term(columns[a][place] * columns[b][place])
      }
      return sum
    }
    means = SymmetricMatrix(count: columns.count) { sum($0, $1) { $0 } }
    variances = SymmetricMatrix(count: columns.count) { sum($0, $1) { $0 * (1 - $0) } }
  }

  /// Fits the null to the margins of a matrix.
  ///
  /// - Parameters:
  ///   - matrix: reports by techniques.
  ///   - counts: of the same matrix, with the same weights.
  ///   - weights: how many sightings each row stands for; one, unless given.
  package init(_ matrix: BitMatrix, counts: PairCounts, weights: [Int]? = nil) {
    self.init(
      BipartiteConfigurationModel(
        reports: DegreeClasses(of: matrix.columnsByRow.map(\.count), weights: weights),
        techniques: DegreeClasses(of: counts.totals)))
  }

  /// The expected number of reports that cite both (E).
  package func mean(_ a: Int, _ b: Int) -> Double {
    means[model.techniques.classes[a], model.techniques.classes[b]]
  }

  /// The variance of that number (V).
  package func variance(_ a: Int, _ b: Int) -> Double {
    variances[model.techniques.classes[a], model.techniques.classes[b]]
  }
}
