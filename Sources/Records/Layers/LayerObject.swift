package import Attack
package import Corpora

/// What a layer can be of.
package enum LayerObject: Hashable, Sendable {
  case technique(Index<Technique>)
  case actor(Index<Actor>)
  case report(Index<Report>)
}
