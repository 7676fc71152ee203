/// A live `uses`: somebody uses a technique or a piece of software, and reports say so.
package struct Use: Sendable {
  /// The relationship's STIX id.
  package let id: String
  /// A place in `Knowledge.actors`.
  package let actor: Int
  package let target: Target
  /// The sentence of the procedure.
  package let description: String
  /// Its citations.
  package let references: [ExternalReference]

  package enum Target: Hashable, Sendable {
    /// A place in `Knowledge.techniques`.
    case technique(Int)
    /// A place in `Knowledge.actors`.
    case actor(Int)
    /// Neither: of a kind that has no page.
    case other
  }
}
