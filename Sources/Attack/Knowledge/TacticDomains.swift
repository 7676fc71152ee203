import Text

/// Which domains a tactic is of.
struct TacticDomains {
  /// Of the matrices that list a tactic, by its STIX id.
  private var ofMatrices: [String: [Domain]] = [:]
  /// Of the techniques that name a phase, a domain for each.
  private var ofTechniques: [String: [Domain]] = [:]

  init(_ store: ObjectStore, matrices: [Index<StixObject>], techniques: [Index<StixObject>]) {
    for technique in techniques {
      guard let domain = store[technique].ownDomains.first else { continue }
      for phase in store[technique].phases { ofTechniques[phase.name, default: []].append(domain) }
    }
    let used = Set(ofTechniques.values.joined())
    for matrix in matrices {
      let named = store[matrix].domains.map(Domain.init(name:))
      // A matrix without domains has the name of its domain for an id.
      let id = store[matrix].ownID { Domain(name: $0) }
      let own = named.isEmpty ? [id].compactMap(\.self).filter(used.contains) : named
      for tactic in store[matrix].tacticRefs { ofMatrices[tactic, default: []] += own }
    }
  }

  /// As it says itself, else those of the matrices that list it, else the one of most techniques of its
  /// phase, else that of the catalogue which gives it its id.
  func domains(of tactic: StixObject) -> [Domain] {
    if !tactic.domains.isEmpty { return tactic.ownDomains }
    if let listed = ofMatrices[tactic.id]?.distinct, !listed.isEmpty { return listed }
    let usual = tactic.shortname.flatMap { ofTechniques[$0]?.mostFrequent }
    return usual.map { [$0] } ?? Array(tactic.ownDomains.prefix(1))
  }
}
