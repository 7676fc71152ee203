/// An object that a release no longer uses: revoked, with a successor, or deprecated, without.
package struct RetiredObject: Sendable {
  package let kind: Kind
  /// Its ATT&CK id.
  package let id: String
  /// Of its object in the bundle, the newest of several.
  package let stixID: String?
  package let name: String
  package let isRevoked: Bool
  /// The live end of its chain of successors: where it was split, of the newest.
  package let successor: Successor?
  /// All live ends, by id; several where it was split.
  package let successors: [Successor]

  package enum Kind: Hashable, Sendable {
    case technique
    case actor(Actor.Kind)
  }

  package struct Successor: Sendable {
    package let id: String
    package let name: String
  }
}
