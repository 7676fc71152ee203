package import Attack

/// A technique that gives or needs a fact, by how many of its procedures.
package struct EnablingPartner: Equatable, Sendable {
  package let technique: Index<Technique>
  package let part: Part

  /// Some of a technique's procedures: `1 of 2`.
  package struct Part: Equatable, Sendable {
    package let count: Int
    package let of: Int
    /// How many of those counted only the team has.
    package let ours: Int

    package init(count: Int, of: Int, ours: Int) {
      self.count = count
      self.of = of
      self.ours = ours
    }
  }
}
