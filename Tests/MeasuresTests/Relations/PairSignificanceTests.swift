import Attack
import Corpora
import Measures
import Testing
import TestSupport

struct PairSignificanceTests {
  @Test(arguments: 0..<20)
  func `a p-value is the chance over all outcomes of the reports`(seed: Int) async {
    var random = SplitMix64(seed: UInt64(seed))
    let matrix = BitMatrix.random(seed % 5, 4, using: &random)
    let counts = PairCounts(matrix)
    let expected = ExpectedCounts(matrix, counts: counts)
    let significance = await PairSignificance(counts, expected.model)
    for b in counts.techniques {
      for a in 0..<b {
        let chances = (0..<matrix.rowCount).map {
          expected.model.probability($0, a.number)
            * expected.model.probability($0, b.number)
        }
        let twin = Self.chance(of: counts.together(a, b), chances)
        #expect(abs(significance.pValue(a, b) - twin) < 1e-12)
        #expect(significance.pValue(b, a) == significance.pValue(a, b))
        #expect(
          significance.pValue(a, b) <= significance.qValue(a, b)
            && significance.qValue(a, b) <= 1)
      }
    }
  }

  @Test func `a pair never seen together has p and q of one`() async {
    let matrix = BitMatrix(rows: [[0], [1], [0, 2], [1, 2]], columnCount: 3)
    let counts = PairCounts(matrix)
    let significance = await PairSignificance(
      counts, ExpectedCounts(matrix, counts: counts).model)
    #expect(significance.pValue(0, 1) == 1 && significance.qValue(0, 1) == 1)
    #expect(significance.pValue(0, 2) < 1)
  }

  /// The chance of at least so many successes, by every set of reports.
  private static func chance(of successes: Int, _ chances: [Double]) -> Double {
    var sum = 0.0
    for bits in 0..<(1 << chances.count) where bits.nonzeroBitCount >= successes {
      sum += chances.enumerated().reduce(1) {
        $0 * (bits >> $1.offset & 1 == 1 ? $1.element : 1 - $1.element)
      }
    }
    return sum
  }
}
