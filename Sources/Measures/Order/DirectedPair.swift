package import Attack

/// Two different techniques, the first of which comes before the second.
package struct DirectedPair: Hashable, Sendable {
  package let first: Index<Technique>
  package let second: Index<Technique>

  package init(first: Index<Technique>, second: Index<Technique>) {
    self.first = first
    self.second = second
  }

  package var reversed: DirectedPair { DirectedPair(first: second, second: first) }
}

extension DirectedPair: Comparable {
  /// By the first technique, then by the second.
  package static func < (left: Self, right: Self) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}
