package import Attack

/// A chain of steps that leads to what was seen, or on from it.
package struct IntrusionPath: Equatable, Sendable {
  package let direction: Direction
  /// One at least; each begins where the one before ends.
  package let steps: [IntrusionStep]

  /// Where a chain lies, seen from what was seen.
  package enum Direction: String, CaseIterable, Sendable {
    /// From an initial access to what was seen.
    case backward
    /// From what was seen to an impact.
    case forward
  }

  /// In the order of the chain, each once.
  package var techniques: [Index<Technique>] { steps.prefix(1).map(\.from) + steps.map(\.to) }

  /// The product of 1 - 1/2^k over its steps in their order; it sorts paths, and is no probability.
  ///
  /// A Double has it without rounding as long as its k sum to at most 53.
  package var score: Double { steps.reduce(1) { $0 * $1.factor } }
}

extension IntrusionPath: Comparable {
  /// By score, the highest first, then fewer steps, then by ids from the beginning of the chain.
  package static func < (left: IntrusionPath, right: IntrusionPath) -> Bool {
    if left.score != right.score { return left.score > right.score }
    if left.steps.count != right.steps.count { return left.steps.count < right.steps.count }
    let (ids, others) = (left.techniques, right.techniques)
    if ids != others { return ids.lexicographicallyPrecedes(others) }
    return (left.direction, right.direction) == (.backward, .forward)
  }
}
