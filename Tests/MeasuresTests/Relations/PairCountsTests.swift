import Attack
import Corpora
import Measures
import Testing

struct PairCountsTests {
  @Test func `it counts what the matrix counts`() {
    var random = SplitMix64(seed: 1)
    for rowCount in [0, 1, 2, 65, 130] {
      let matrix = BitMatrix.random(rowCount, 6, using: &random)
      let counts = PairCounts(matrix)
      #expect(counts.reportCount == rowCount)
      #expect(Array(counts.totals) == (0..<6).map { matrix.total(ofColumn: $0) })
      for a in counts.techniques {
        for b in counts.techniques where a != b {
          #expect(counts.together(a, b) == matrix.together(a.number, b.number))
        }
      }
    }
  }

  @Test func `a row of weight three counts as three rows`() {
    let weighted = PairCounts(
      BitMatrix(rows: [[0, 1], [1, 2]], columnCount: 3), weights: [3, 1])
    let repeated = PairCounts(
      BitMatrix(rows: [[0, 1], [0, 1], [0, 1], [1, 2]], columnCount: 3))
    #expect(weighted.reportCount == repeated.reportCount)
    for a in weighted.techniques {
      for b in weighted.techniques { #expect(weighted.together(a, b) == repeated.together(a, b)) }
    }
  }

  @Test func `pairs are those of the cited techniques`() {
    let counts = PairCounts(BitMatrix(rows: [[0, 2], [3]], columnCount: 5))
    #expect(counts.citedCount == 3 && counts.pairCount == 3)
    let empty = PairCounts(BitMatrix(rows: [], columnCount: 5))
    #expect(empty.citedCount == 0 && empty.pairCount == 0)
  }
}
