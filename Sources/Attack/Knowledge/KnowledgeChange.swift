/// What a release has that the previous one did not have, and vice versa.
///
/// Objects are matched by their ATT&CK ids.
package struct KnowledgeChange: Sendable {
  /// Of this release.
  package let newTechniques: [Index<Technique>]
  /// Techniques of the previous release that are no longer live, by id.
  package let retiredTechniques: [Technique]
  /// Techniques with another name than before.
  package let renamed: [Renamed]
  /// Of this release.
  package let newActors: [Index<Actor>]
  /// Groups, software and campaigns of the previous release that are no longer live.
  package let retiredActors: [Actor]

  package struct Renamed: Sendable {
    /// Of this release.
    package let technique: Index<Technique>
    package let before: String
  }

  /// Only the domains that both have are compared.
  package init(from before: Knowledge, to now: Knowledge) {
    let shared = Set(before.domains).intersection(now.domains)
    let old = Dictionary(
      before.techniques.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let live = Set(now.techniques.map(\.id))
    newTechniques = now.techniques.indices.filter {
      shared.contains(now.techniques[$0].domain) && old[now.techniques[$0].id] == nil
    }
    retiredTechniques = before.techniques.filter {
      shared.contains($0.domain) && !live.contains($0.id)
    }
    renamed = now.techniques.indexed().compactMap { index, technique in
      guard let name = old[technique.id]?.name, name != technique.name else { return nil }
      return Renamed(technique: index, before: name)
    }
    let oldActors = Set(before.actors.map(\.id))
    let liveActors = Set(now.actors.map(\.id))
    newActors = now.actors.indices.filter {
      !oldActors.contains(now.actors[$0].id) && !shared.isDisjoint(with: now.actors[$0].domains)
    }
    retiredActors = before.actors.filter {
      !liveActors.contains($0.id) && !shared.isDisjoint(with: $0.domains)
    }
  }
}
