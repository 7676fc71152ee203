package import Attack

/// A technique that gives or needs a fact, by how many of its procedures.
package struct EnablingPartner: Equatable, Sendable {
  package let technique: Index<Technique>
  package let part: Part

  /// Some of a technique's procedures: `1 of 2`.
  package struct Part: Equatable, Sendable {
    package let count: Int
    package let of: Int
  }
}
