import Measures
import Testing

struct IsotonicRegressionTests {
  private typealias Bin = IsotonicRegression.Bin

  @Test func `neighbours that fall or stay are pooled`() {
    let fitted = IsotonicRegression([
      Bin(scores: 1, hits: 1, cases: 4), Bin(scores: 2, hits: 0, cases: 2), Bin(),
      Bin(scores: 3, hits: 2, cases: 4), Bin(scores: 4, hits: 1, cases: 2),
      Bin(scores: 9, hits: 3, cases: 3),
    ])
    #expect(
      fitted.bins == [
        Bin(scores: 3, hits: 1, cases: 6), Bin(scores: 7, hits: 3, cases: 6),
        Bin(scores: 9, hits: 3, cases: 3),
      ])
    #expect(fitted.bins.map(\.rate) == [1.0 / 6, 0.5, 1] && fitted.bins[0].meanScore == 0.5)
  }

  @Test(arguments: 0..<40)
  func `the rates are the least over what follows of the greatest over what precedes`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let bins = (0..<seed % 8).map { _ in
      let cases = 1 + random.index(below: 5)
      return Bin(scores: 0, hits: random.index(below: cases + 1), cases: cases)
    }
    let fitted = IsotonicRegression(bins).bins.flatMap { bin in
      Array(repeating: bin.rate, count: bin.cases)
    }
    let twin = bins.indices.flatMap { index in
      let greatest = (0...index).map { first in
        (index..<bins.count).map { Self.rate(bins[first...$0]) }.min() ?? 0
      }.max()
      return Array(repeating: greatest ?? 0, count: bins[index].cases)
    }
    #expect(fitted.count == twin.count)
    #expect(zip(fitted, twin).allSatisfy { abs($0 - $1) < 1e-14 })
  }

  private static func rate(_ bins: ArraySlice<Bin>) -> Double {
    Double(bins.reduce(0) { $0 + $1.hits }) / Double(bins.reduce(0) { $0 + $1.cases })
  }
}
