package import Attack

/// The platforms on which to look, given what was seen there.
package struct Platforms: Sendable {
  /// By name; empty for any.
  package let names: [String]

  /// Those of the techniques seen; of what happens before an intrusion (`PRE`) the place is not
  /// the victim's, so that any of theirs may follow.
  package init(of seen: [Technique]) {
    names = Set(seen.flatMap(\.platforms).filter { $0 != "PRE" && $0 != "None" }).sorted()
  }

  /// Those of a piece of software; of others none are known.
  package init(of actor: Actor) { names = Set(actor.platforms).sorted() }

  /// Wherever it may be.
  package static let any = Platforms(of: [])

  /// One of them.
  package init(_ name: String) { names = [name] }

  /// A trace of no platform in particular may be of each.
  package func filter(_ traces: [Detection]) -> [Detection] {
    names.isEmpty ? traces : traces.filter { $0.platform.isEmpty || names.contains($0.platform) }
  }
}
