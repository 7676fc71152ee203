import Attack
import Corpora
import Measures
import Testing
import TestSupport

struct ExpectedCountsTests {
  /// The mean and variance of the count of a pair over all 0/1 matrices of the shape, each as
  /// probable as its links say.
  private func enumeration(
    _ model: BipartiteConfigurationModel, rows: Int, columns: Int, pair: (Int, Int)
  ) -> (mean: Double, variance: Double) {
    var mean = 0.0
    var square = 0.0
    for bits in 0..<(1 << (rows * columns)) {
      let isSet = { (row: Int, column: Int) in bits >> (row * columns + column) & 1 == 1 }
      var probability = 1.0
      for row in 0..<rows {
        for column in 0..<columns {
          let link = model.probability(row, column)
          probability *= isSet(row, column) ? link : 1 - link
        }
      }
      let together = (0..<rows).count { isSet($0, pair.0) && isSet($0, pair.1) }
      mean += probability * Double(together)
      square += probability * Double(together * together)
    }
    return (mean, square - mean * mean)
  }

  @Test(arguments: 0..<12)
  func `mean and variance are those of all matrices`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let (rows, columns) = (1 + seed % 4, 2 + seed % 2)
    let matrix = BitMatrix.random(rows, columns, using: &random)
    let expected = ExpectedCounts(matrix, counts: PairCounts(matrix))
    for b in 1..<columns {
      let all = enumeration(expected.model, rows: rows, columns: columns, pair: (b - 1, b))
      #expect(abs(expected.mean(Index(b), Index(b - 1)) - all.mean) < 1e-9)
      #expect(abs(expected.variance(Index(b - 1), Index(b)) - all.variance) < 1e-9)
    }
  }

  @Test func `techniques of equal totals are expected alike, and more of the more cited`() {
    let matrix = BitMatrix(rows: [[0, 1, 4], [1, 2, 4], [2, 3], [3, 0], [4]], columnCount: 5)
    let expected = ExpectedCounts(matrix, counts: PairCounts(matrix))
    #expect(expected.mean(0, 1) == expected.mean(2, 3))
    #expect(expected.mean(0, 4) > expected.mean(0, 1))
  }

  @Test func `a weighted row is so many rows`() {
    let once = BitMatrix(rows: [[0, 1], [1, 2], [2]], columnCount: 3)
    let often = BitMatrix(rows: [[0, 1], [0, 1], [0, 1], [1, 2], [2], [2]], columnCount: 3)
    let weights = [3, 1, 2]
    let weighted = ExpectedCounts(
      once, counts: PairCounts(once, weights: weights), weights: weights)
    let plain = ExpectedCounts(often, counts: PairCounts(often))
    #expect(abs(weighted.mean(0, 1) - plain.mean(0, 1)) < 1e-9)
    #expect(abs(weighted.variance(1, 2) - plain.variance(1, 2)) < 1e-9)
  }
}
