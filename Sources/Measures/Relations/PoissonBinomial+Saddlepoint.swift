import Foundation

extension PoissonBinomial {
  /// The probability of at least `successes`, to a fraction of a percent, for very many trials.
  ///
  /// The tail is read off the cumulant generating function K at the u where `K'(u)` is the count,
  /// less one half for its being whole.
  ///
  /// Source: R. Lugannani and S. Rice, "Saddle Point Approximation for the Distribution of the
  /// Sum of Independent Random Variables", Advances in Applied Probability 12 (1980) 475-490;
  /// H. E. Daniels, "Tail Probability Approximations", International Statistical Review 55 (1987)
  /// 37-48, for the correction of continuity.
  package func upperTailBySaddlepoint(_ successes: Int) -> Double {
    let certain = trials.reduce(0) { $0 + ($1.probability >= 1 ? $1.count : 0) }
    guard successes > certain else { return 1 }
    let all = trials.reduce(0) { $0 + $1.count }
    guard successes <= all else { return 0 }

    let target = Double(successes) - 0.5
    let u = saddlepoint(target)
    let curvature = tilted(u).variance
    guard abs(u) >= Self.flat else {
      let plain = tilted(0)
      return erfc((target - plain.mean) / (2 * plain.variance).squareRoot()) / 2
    }
    let gap = max(0, u * target - cumulant(u))
    let t = (u < 0 ? -1 : 1) * (2 * gap).squareRoot()
    let v = 2 * sinh(u / 2) * curvature.squareRoot()
    let density = exp(-t * t / 2) / (2 * Double.pi).squareRoot()
    return min(1, max(0, erfc(t / 2.0.squareRoot()) / 2 + density * (1 / v - 1 / t)))
  }

  /// The u at which the tilted mean is `target`: Newton's steps, kept between bounds.
  private func saddlepoint(_ target: Double) -> Double {
    var low = -Self.farthest
    var high = Self.farthest
    var u = 0.0
    for _ in 0..<Self.mostSteps {
      let here = tilted(u)
      if here.mean < target { low = u } else { high = u }
      let newton = u - (here.mean - target) / here.variance
      let next = low < newton && newton < high ? newton : (low + high) / 2
      if abs(next - u) <= Self.tolerance * max(1, abs(u)) { return next }
      u = next
    }
    return u
  }

  /// Mean and variance of the trials when every success weighs e^u.
  private func tilted(_ u: Double) -> (mean: Double, variance: Double) {
    let factor = exp(u)
    var mean = 0.0
    var variance = 0.0
    for group in trials {
      let weighed = group.probability * factor
      let chance = weighed / (1 - group.probability + weighed)
      mean += Double(group.count) * chance
      variance += Double(group.count) * chance * (1 - chance)
    }
    return (mean, variance)
  }

  private func cumulant(_ u: Double) -> Double {
    let growth = expm1(u)
    return trials.reduce(0) { $0 + Double($1.count) * log1p($1.probability * growth) }
  }

  /// Below this u the normal tail replaces the formula, which is 0 / 0 there.
  private static let flat = 1e-4
  private static let farthest = 500.0
  private static let tolerance = 1e-13
  private static let mostSteps = 200
}
