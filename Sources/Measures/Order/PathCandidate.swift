/// The beginning of a chain of steps, and how good it may become.
struct PathCandidate {
  /// Their numbers, in the order of the chain.
  let techniques: [Int]
  /// Of the factors of its steps, in their order.
  let product: Double
  /// The best way on from its last technique.
  let rest: Rest

  /// A way to a goal.
  struct Rest {
    let score: Double
    let steps: Int

    /// At a goal no step is left.
    static let arrived = Rest(score: 1, steps: 0)
    /// There is none.
    static let none = Rest(score: 0, steps: 0)

    func isBetter(than other: Rest) -> Bool {
      score > other.score || score == other.score && steps < other.steps
    }
  }

  var isComplete: Bool { rest.steps == 0 }
  private var score: Double { product * rest.score }
  private var stepCount: Int { techniques.count + rest.steps }

  /// Whether it may lead to a better chain than another one.
  static func < (left: PathCandidate, right: PathCandidate) -> Bool {
    if left.score != right.score { return left.score > right.score }
    if left.stepCount != right.stepCount { return left.stepCount < right.stepCount }
    return left.techniques.lexicographicallyPrecedes(right.techniques)
  }
}
