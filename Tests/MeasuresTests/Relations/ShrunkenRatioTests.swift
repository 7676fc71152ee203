import Measures
import Testing

struct ShrunkenRatioTests {
  // Half the 5 % points of chi-square with 2 (O + 5) degrees of freedom, from the usual tables.
  @Test(arguments: [(3, 7.962), (5, 10.851), (10, 18.493), (45, 77.929)])
  func `the lower bound is the posterior's tabled quantile`(together: Int, chiSquare: Double) {
    let bound = ShrunkenRatio(together: together, expected: 15).lower * (15 + 5)
    #expect(abs(bound - chiSquare / 2) < 1e-3 * bound)
  }

  @Test(arguments: [
    (92, 58.7748, 1.52098, 1.27618), (226, 84.4641, 2.58204, 2.3091),
    (5, 0.190823, 1.92648, 1.04483), (0, 10.0462, 0.33231, 0.130648),
  ])
  func `pairs of Enterprise 18.1 come out`(
    together: Int, expected: Double, ratio: Double, lower: Double
  ) {
    let measure = ShrunkenRatio(together: together, expected: expected)
    #expect(abs(measure.ratio - ratio) < 6e-6 && abs(measure.lower - lower) < 6e-6)
  }

  @Test func `it rises with what was seen, falls with what was expected, and keeps its order`() {
    for together in 0..<40 {
      for expected in [0, 0.01, 1, 7, 300] {
        let here = ShrunkenRatio(together: together, expected: expected)
        let more = ShrunkenRatio(together: together + 1, expected: expected)
        let rarer = ShrunkenRatio(together: together, expected: expected + 1)
        #expect(0 < here.lower && here.lower < here.ratio)
        #expect(here.lower < more.lower && here.ratio < more.ratio)
        #expect(here.lower > rarer.lower && here.ratio > rarer.ratio)
      }
    }
  }
}
