/// A live technique or sub-technique.
package struct Technique: Sendable {
  package let id: TechniqueID
  /// Of its object in the bundle: `attack-pattern--…`.
  package let stixID: String
  package let name: String
  package let description: String
  /// The first of its domains.
  package var domain: Domain { domains.first ?? .enterprise }
  package let domains: [Domain]
  /// In matrix order.
  package let tactics: [Index<Tactic>]
  package let platforms: [String]
  /// When ATT&CK made it.
  package let created: Timestamp
  /// The technique that this is a sub-technique of, if that is live.
  package internal(set) var parent: Index<Technique>?
  /// What its description may cite, by name.
  package let references: [ExternalReference]
  /// Where a team defines it; `nil` where MITRE does.
  package let definition: String?
  /// The team's own collection that it comes from; `nil` of ATT&CK's.
  package let collection: TeamCollection?
}
