/// The distribution of the successes in `count` trials of one probability, up to a bound.
struct BinomialTerms {
  /// The probability of exactly k successes, for each k below the bound and up to `count`.
  let terms: [Double]
  /// The probability of at least k successes, for each k up to the bound.
  let tails: [Double]

  /// - Parameters:
  ///   - count: of trials, few enough that they can all fail: see `canUnderflow`.
  ///   - success: the probability of each, below 1.
  ///   - bound: the number of successes above which nothing is told apart.
  init(count: Int, success: Double, bound: Int) {
    let odds = success / (1 - success)
    var terms: [Double] = []
    terms.reserveCapacity(min(bound, count + 1))
    var term = Self.power(1 - success, count)
    func advance(_ successes: Int) {
      term *= odds * Double(count - successes) / Double(successes + 1)
    }
    for successes in 0..<min(bound, count + 1) {
      terms.append(term)
      advance(successes)
    }
    self.terms = terms

    // Beyond the mean the terms fall, and their sum keeps its digits; before it, so does 1 - sum.
    var rest = 0.0
    if Double(bound) < Double(count) * success {
      rest = max(0, 1 - terms.reduce(0, +))
    } else {
      var successes = bound
      while successes <= count && term > rest * Double.ulpOfOne {
        rest += term
        advance(successes)
        successes += 1
      }
    }
    var tails = Array(repeating: rest, count: bound + 1)
    for successes in terms.indices.reversed() {
      tails[successes] = tails[successes + 1] + terms[successes]
    }
    for successes in 0..<bound where successes >= terms.count { tails[successes] = 0 }
    self.tails = tails
  }

  /// Whether the chance that all trials fail is too small for the terms to start from.
  static func canUnderflow(count: Int, success: Double) -> Bool {
    power(1 - success, count) < smallestStart
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

  private static let smallestStart = 1e-200
}
