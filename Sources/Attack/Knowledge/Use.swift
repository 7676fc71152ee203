/// A live `uses` relationship: an actor uses a technique or software, according to reports.
package struct Use: Sendable {
  /// The relationship's STIX id.
  package let id: String
  /// An index in `Knowledge.actors`.
  package let actor: Int
  package let target: Target
  /// The sentence of the procedure.
  package let description: String
  /// When ATT&CK recorded it.
  package let created: Timestamp
  /// Its citations.
  package let references: [ExternalReference]

  package enum Target: Hashable, Sendable {
    /// An index in `Knowledge.techniques`.
    case technique(Int)
    /// An index in `Knowledge.actors`.
    case actor(Int)
    /// Neither: of a kind that has no page.
    case other
  }
}
