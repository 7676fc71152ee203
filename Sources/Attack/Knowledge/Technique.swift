/// A live technique or sub-technique.
package struct Technique: Sendable {
  package let id: TechniqueID
  package let name: String
  package let description: String
  package let domain: Domain
  /// Places in `Knowledge.tactics`, rising: matrix order.
  package let tactics: [Int]
  package let platforms: [String]
  /// The place of the technique that this is a sub-technique of, where it is live.
  package internal(set) var parent: Int?
  /// What its description may cite, by name.
  package let references: [ExternalReference]
}
