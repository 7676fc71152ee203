/// The number of successes in independent trials of different probabilities.
///
/// Source: Y. Hong, "On computing the distribution function for the Poisson binomial
/// distribution", Computational Statistics & Data Analysis 59 (2013) 41-51.
package struct PoissonBinomial: Sendable {
  /// `count` trials of one probability.
  package struct Trials: Equatable, Sendable {
    package let probability: Double
    package let count: Int

    package init(probability: Double, count: Int) {
      self.probability = probability
      self.count = count
    }
  }

  /// Only those that can succeed.
  package let trials: [Trials]

  package init(_ trials: [Trials]) {
    self.trials = trials.filter { $0.probability > 0 && $0.count > 0 }
  }

  /// The probability of at least k successes, for each k in `0...most`.
  ///
  /// One group of trials after the other moves the states `0..<most` and "at least `most`".
  /// Every term is positive and the sums run from the rare end, so the smallest tails keep all
  /// their digits. The work grows with the groups, not with their trials.
  package func upperTails(upTo most: Int) -> [Double] {
    guard most > 0 else { return [1] }
    var states = SuccessStates(most: most)
    for group in trials { states.add(group.count, of: group.probability) }
    return states.upperTails
  }
}

/// The probability of each number of successes so far; the last state is "this many or more".
private struct SuccessStates {
  private let most: Int
  private var states: [Double]
  /// States above this one are empty, but for the last.
  private var reached = 0

  init(most: Int) {
    self.most = most
    states = Array(repeating: 0, count: most + 1)
    states[0] = 1
  }

  mutating func add(_ count: Int, of success: Double) {
    if count <= Self.few || success >= 1 {
      for _ in 0..<count { step(success) }
    } else if BinomialTerms.canUnderflow(count: count, success: success) {
      add(count / 2, of: success)
      add(count - count / 2, of: success)
    } else {
      convolve(BinomialTerms(count: count, success: success, bound: most))
      reached = min(most - 1, reached + count)
    }
  }

  /// One more trial, from the top down.
  private mutating func step(_ success: Double) {
    let failure = 1 - success
    reached = min(most - 1, reached + 1)
    states[most] += states[most - 1] * success
    for state in stride(from: reached, to: 0, by: -1) {
      states[state] = states[state] * failure + states[state - 1] * success
    }
    states[0] *= failure
  }

  private mutating func convolve(_ binomial: BinomialTerms) {
    var next = Array(repeating: 0.0, count: most + 1)
    next[most] = states[most]
    next.withUnsafeMutableBufferPointer { next in
      binomial.terms.withUnsafeBufferPointer { terms in
        for state in 0...reached {
          let probability = states[state]
          for successes in 0..<min(terms.count, most - state) {
            next[state + successes] += probability * terms[successes]
          }
          next[most] += probability * binomial.tails[most - state]
        }
      }
    }
    states = next
  }

  /// The sums from each state to the last; rounding never leads above 1.
  var upperTails: [Double] {
    var tails = states
    for state in (0..<most).reversed() { tails[state] += tails[state + 1] }
    return [1] + tails.dropFirst().map { min(1, $0) }
  }

  /// So many trials are quicker one by one.
  private static let few = 4
}
