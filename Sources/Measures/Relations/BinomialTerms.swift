/// The distribution of the successes in `count` trials of one probability, up to a bound.
struct BinomialTerms {
  /// The probability of exactly k successes, for each k below the bound and up to `count`.
  let terms: [Double]
  /// The probability of at least k successes, for each k up to the bound.
  let tails: [Double]

  /// - Parameters:
  ///   - count: of trials, few enough that they can all fail: see `canUnderflow`.
  ///   - success: the probability of each, below 1.
  ///   - bound: the number of successes above which all counts are treated alike.
  init(count: Int, success: Double, bound: Int) {
    var next = BinomialTerm(count: count, success: success)
    var terms: [Double] = []
    terms.reserveCapacity(min(bound, count + 1))
    while next.successes < min(bound, count + 1) {
      terms.append(next.value)
      next.advance()
    }
    // Beyond the mean the terms fall, and their sum keeps its digits; before it, so does 1 - sum.
    let isBeforeMean = Double(bound) < Double(count) * success
    let rest = isBeforeMean ? max(0, 1 - terms.reduce(0, +)) : next.sumOfRest
    var tails = Array(repeating: terms.count < bound ? 0 : rest, count: bound + 1)
    for successes in terms.indices.reversed() {
      tails[successes] = tails[successes + 1] + terms[successes]
    }
    self.terms = terms
    self.tails = tails
  }

  /// Whether the chance that all trials fail is too small for the terms to start from.
  static func canUnderflow(count: Int, success: Double) -> Bool {
    BinomialTerm(count: count, success: success).value < smallestStart
  }

  private static let smallestStart = 1e-200
}

/// The probability of a number of successes, and from it that of one more.
private struct BinomialTerm {
  private let count: Int
  private let odds: Double
  private(set) var successes = 0
  private(set) var value: Double

  init(count: Int, success: Double) {
    self.count = count
    odds = success / (1 - success)
    value = Self.power(1 - success, count)
  }

  mutating func advance() {
    value *= odds * Double(count - successes) / Double(successes + 1)
    successes += 1
  }

  /// This term and those after it, until they no longer count.
  var sumOfRest: Double {
    var term = self
    var sum = 0.0
    while term.successes <= count && term.value > sum * Double.ulpOfOne {
      sum += term.value
      term.advance()
    }
    return sum
  }

  /// By squaring: the same bits on every machine.
  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    var square = base
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}
