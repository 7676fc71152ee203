import Text

/// The live mitigations of each technique.
///
/// Releases before v5 have a course of action for each technique, under the technique's own id: what
/// has no id of a mitigation is left out, as what is dead.
struct MitigationReader {
  /// For each technique, by id.
  private(set) var mitigations: IndexedList<Technique, [Mitigation]> = []
  private(set) var notices: [Notice] = []

  init(_ store: ObjectStore, _ successions: RevocationChains, _ catalogue: Catalogue) {
    var found: [Index<Technique>: Set<Mitigation>] = [:]
    for link in store.links where link.isLive && link.type == "mitigates" {
      if let end = store.missingEnd(of: link) {
        notices.append(Notice(.danglingReference, at: "`\(store[link.object].id)`: `\(end)`"))
        continue
      }
      guard let source = link.source, let target = link.target,
        let mitigation = Self.mitigation(store[source]), !store[target].isDeprecated,
        let end = successions.liveEnd(of: target, in: store),
        let technique = catalogue.techniqueOfObject[end]
      else { continue }
      found[technique, default: []].insert(mitigation)
    }
    mitigations = IndexedList(for: catalogue.techniques.indices) { found[$0]?.sorted() ?? [] }
  }

  private static func mitigation(_ object: StixObject) -> Mitigation? {
    guard object.type == "course-of-action", object.isLive,
      let named = object.named(prefix: "M")
    else { return nil }
    return Mitigation(
      id: named.id, name: named.name,
      definition: object.definition(ofID: named.id.description))
  }
}
