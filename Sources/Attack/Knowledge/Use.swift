/// A live `uses` relationship: an actor uses a technique or software, according to reports.
package struct Use: Sendable {
  /// The relationship's STIX id.
  package let id: String
  package let actor: Index<Actor>
  package let target: Target
  /// The sentence of the procedure.
  package let description: String
  /// When ATT&CK recorded it.
  package let created: Timestamp
  /// Its citations.
  package let references: [ExternalReference]
  /// The team's own collection that it comes from; `nil` of ATT&CK's.
  package let collection: TeamCollection?

  package enum Target: Hashable, Sendable {
    case technique(Index<Technique>)
    case actor(Index<Actor>)
    /// Neither: of a kind that has no page.
    case other
  }
}
