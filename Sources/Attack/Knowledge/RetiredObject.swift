/// An object that a release no longer uses: revoked, with a successor, or deprecated, without.
package struct RetiredObject: Sendable {
  package let kind: Kind
  /// Its ATT&CK id.
  package let id: String
  package let name: String
  package let isRevoked: Bool
  /// The live end of its chain of successors.
  package let successor: Successor?

  package enum Kind: Hashable, Sendable {
    case technique
    case actor(Actor.Kind)
  }

  package struct Successor: Sendable {
    package let id: String
    package let name: String
  }
}
