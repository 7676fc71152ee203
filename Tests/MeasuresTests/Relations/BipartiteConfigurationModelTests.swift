import Corpora
import Measures
import Testing

struct BipartiteConfigurationModelTests {
  @Test(arguments: 0..<60)
  func `every margin of the null is that of the data`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let matrix = BitMatrix.random(seed % 13, 1 + seed % 9, share: 0.4, using: &random)
    let model = BipartiteConfigurationModel(of: matrix)
    guard model.isConverged else { return #expect(model.rounds == 10_000) }
    for row in 0..<matrix.rowCount {
      let expected = (0..<matrix.columnCount).reduce(0) { $0 + model.probability(row, $1) }
      #expect(abs(expected - Double(matrix.columns(ofRow: row).count)) < 1e-8)
    }
    for column in 0..<matrix.columnCount {
      let expected = (0..<matrix.rowCount).reduce(0) { $0 + model.probability($1, column) }
      #expect(abs(expected - Double(matrix.total(ofColumn: column))) < 1e-8)
    }
  }

  @Test(arguments: 0..<20)
  func `the fitness of both sides gives the open links`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let model = BipartiteConfigurationModel(of: BitMatrix.random(12, 8, share: 0.4, using: &random))
    for (links, x) in zip(model.probabilities, model.fitness.reports) {
      for (probability, y) in zip(links, model.fitness.techniques) {
        guard let x, let y else {
          #expect(probability == 0 || probability == 1)
          continue
        }
        #expect(probability == x * y / (1 + x * y))
      }
    }
  }

  @Test func `equal degrees give equal chances`() {
    let model = BipartiteConfigurationModel(
      reports: DegreeClasses(of: [2, 2, 2, 2]),
      techniques: DegreeClasses(of: [1, 1, 1, 1, 1, 1, 1, 1]))
    #expect(model.isConverged && abs(model.probability(0, 0) - 0.25) < 1e-10)
  }

  @Test func `the odds of two reports differ by one factor, whatever the technique`() {
    let model = BipartiteConfigurationModel(
      reports: DegreeClasses(of: [1, 2, 3]), techniques: DegreeClasses(of: [2, 2, 1, 1]))
    let odds = (0..<3).map { row in
      (0..<4).map { model.probability(row, $0) / (1 - model.probability(row, $0)) }
    }
    #expect(abs(odds[0][0] / odds[1][0] - odds[0][2] / odds[1][2]) < 1e-8)
    #expect(odds[2][0] > odds[1][0] && odds[1][0] > odds[0][0])
  }

  @Test func `full and empty rows and columns are certain, one after the other`() {
    // Row 0 is full; without it column 0 is full; without both, row 1 is empty and row 2 full.
    let rows = [[0, 1, 2], [0], [0, 1, 2], []]
    let model = BipartiteConfigurationModel(of: BitMatrix(rows: rows, columnCount: 4))
    #expect(model.isConverged)
    for (row, columns) in rows.enumerated() {
      for column in 0..<4 {
        #expect(model.probability(row, column) == (columns.contains(column) ? 1 : 0))
      }
    }
  }

  @Test func `blocks that the degrees force end in a notice, and in numbers`() {
    // The degrees allow no other first block than all ones, so x grows without bound.
    let rows = [[0, 1, 2], [0, 1, 3], [0], [1]]
    let model = BipartiteConfigurationModel(of: BitMatrix(rows: rows, columnCount: 4))
    #expect(!model.isConverged && model.rounds == 10_000)
    #expect(model.probability(0, 0) > 0.99 && model.probability(2, 2) < 0.01)
    #expect(abs(model.probability(0, 2) - 0.5) < 0.01)
  }
}

extension BipartiteConfigurationModel {
  init(of matrix: BitMatrix) {
    self.init(
      reports: DegreeClasses(of: matrix.columnsByRow.map(\.count)),
      techniques: DegreeClasses(of: Array(PairCounts(matrix).totals)))
  }

  /// The probability of one link.
  func probability(_ report: Int, _ technique: Int) -> Double {
    probabilities[reports.classes[report]][techniques.classes[technique]]
  }
}
