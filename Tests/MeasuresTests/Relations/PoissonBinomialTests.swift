import Foundation
import Measures
import Testing

struct PoissonBinomialTests {
  @Test func `three trials come out as by hand`() {
    let three = PoissonBinomial([0.1, 0.2, 0.3].map { .init(probability: $0, count: 1) })
    for (tail, byHand) in zip(three.upperTails(upTo: 3), [1, 0.496, 0.098, 0.006]) {
      #expect(abs(tail - byHand) < 1e-15)
    }
  }

  @Test(arguments: 0..<40)
  func `the tails are those of all outcomes`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let trials = (0...seed % 4).map { _ in
      PoissonBinomial.Trials(
        probability: [0, 1, Double.random(in: 0...1, using: &random)].randomElement(
          using: &random) ?? 0,
        count: Int.random(in: 0...6, using: &random))
    }
    let distribution = PoissonBinomial(trials)
    let exact = Self.enumeratedTails(trials)
    for most in 0...exact.count {
      for (successes, tail) in distribution.upperTails(upTo: most).enumerated() {
        let twin = successes < exact.count ? exact[successes] : 0
        #expect(abs(tail - twin) <= 1e-12 * twin)
      }
    }
  }

  @Test func `a tail of 1e-270 keeps its digits`() {
    let tails = PoissonBinomial([.init(probability: 1e-3, count: 90)]).upperTails(upTo: 90)
    #expect(abs(tails[90] / 1e-270 - 1) < 1e-12)
    #expect(abs(tails[89] / (90 * 0.999 * 1e-267 + 1e-270) - 1) < 1e-12)
  }

  @Test func `trials that can hardly all fail are taken in parts`() {
    let tails = PoissonBinomial([.init(probability: 0.5, count: 6000)]).upperTails(upTo: 3001)
    // Half the trials and half of the middle term, by Stirling's series.
    let middle = (1 / (3000 * Double.pi).squareRoot()) * (1 - 1 / 24_000.0)
    #expect(abs(tails[3000] - (0.5 + middle / 2)) < 1e-9)
    #expect(abs(tails[3001] - (0.5 - middle / 2)) < 1e-9)
    #expect(tails[9] == 1)
  }

  @Test(arguments: 0..<20)
  func `the approximation errs by less than one percent`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let distribution = PoissonBinomial(
      (0..<12).map { _ in
        .init(
          probability: Double.random(in: 0.001...0.3, using: &random),
          count: Int.random(in: 1...60, using: &random))
      })
    let most = 60
    let exact = distribution.upperTails(upTo: most)
    let approximate = distribution.approximateUpperTails(of: Array(0...most))
    #expect(approximate.count == exact.count)
    for (tail, twin) in zip(approximate, exact).prefix(10) {
      #expect(abs(tail - twin) < 1e-12 * twin)
    }
    for (tail, twin) in zip(approximate, exact) where twin > 1e-200 {
      #expect(abs(tail - twin) < 0.01 * twin)
    }
    for some in [[3, 8, 9, 10, 31], [12, 40], [9], [10]] {
      #expect(distribution.approximateUpperTails(of: some) == some.map { approximate[$0] })
    }
  }

  @Test func `the approximation knows the certain and the impossible`() {
    let distribution = PoissonBinomial([
      .init(probability: 1, count: 12), .init(probability: 0.5, count: 3),
    ])
    #expect(distribution.upperTailBySaddlepoint(12) == 1)
    #expect(distribution.upperTailBySaddlepoint(16) == 0)
    #expect(abs(distribution.upperTailBySaddlepoint(13) - 0.875) < 0.02)
  }

  @Test func `without trials nothing succeeds`() {
    #expect(PoissonBinomial([]).upperTails(upTo: 2) == [1, 0, 0])
    #expect(PoissonBinomial([]).upperTailBySaddlepoint(1) == 0)
  }

  private static func enumeratedTails(_ trials: [PoissonBinomial.Trials]) -> [Double] {
    var outcomes: [(successes: Int, probability: Double)] = [(0, 1)]
    for group in trials {
      for _ in 0..<group.count {
        outcomes = outcomes.flatMap {
          [
            ($0.successes, $0.probability * (1 - group.probability)),
            ($0.successes + 1, $0.probability * group.probability),
          ]
        }.filter { $0.probability > 0 }
      }
      outcomes = Dictionary(outcomes.map { ($0.successes, $0.probability) }, uniquingKeysWith: +)
        .map { ($0.key, $0.value) }
    }
    let all = trials.reduce(0) { $0 + $1.count }
    return (0...all).map { most in
      outcomes.filter { $0.successes >= most }.map(\.probability).sorted().reduce(0, +)
    }
  }
}
