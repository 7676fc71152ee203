/// A live technique or sub-technique.
package struct Technique: Sendable {
  package let id: TechniqueID
  package let name: String
  package let description: String
  package let domain: Domain
  /// Indices in `Knowledge.tactics`, ascending, which is matrix order.
  package let tactics: [Int]
  package let platforms: [String]
  /// When ATT&CK made it.
  package let created: Timestamp
  /// The index of the technique that this is a sub-technique of, if that is live.
  package internal(set) var parent: Int?
  /// What its description may cite, by name.
  package let references: [ExternalReference]
}
