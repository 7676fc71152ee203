import Text

extension StixObject {
  /// The domains of an object: `x_mitre_domains`; older ones by their kill chain, or by the
  /// catalogue that gives them their id; else a kill chain that is a team's own is its domain.
  var ownDomains: [Domain] {
    if !domains.isEmpty { return domains.map(Domain.init(name:)) }
    let phases = self.phases
    let chains = phases.compactMap { Domain(catalogue: $0.chain) }
    if !chains.isEmpty { return chains.distinct }
    let catalogues = references.compactMap { ownEntryDomain($0) }
    return (catalogues.isEmpty ? phases.map { Domain(name: $0.chain) } : catalogues).distinct
  }

  private func ownEntryDomain(_ reference: ExternalReference) -> Domain? {
    reference.isOwnEntry ? Domain(catalogue: reference.sourceName) : nil
  }

  /// What kind of actor it is, if it is one.
  var actorKind: Actor.Kind? {
    switch type {
    case "intrusion-set": .group
    case "malware", "tool": .software
    case "campaign": .campaign
    default: nil
    }
  }

  /// Its ATT&CK id: of the reference to ATT&CK's own catalogue, not of the first one.
  func ownID<ID>(_ read: (String) -> ID?) -> ID? {
    for reference in references where reference.isOwnEntry {
      if let id = reference.externalID.flatMap(read) { return id }
    }
    return nil
  }

  /// The id of a technique: one of a team's own form, whoever gives it, else ATT&CK's.
  func techniqueID(_ patterns: IDPatterns) -> TechniqueID? {
    teamID(patterns).flatMap { TechniqueID($0, patterns) } ?? ownID { TechniqueID($0) }
  }

  /// Its id of a team's own form, whoever gives it.
  func teamID(_ patterns: IDPatterns) -> String? {
    guard !patterns.isEmpty else { return nil }
    return references.lazy.compactMap(\.externalID).first(where: patterns.take)
  }

  /// Its id, which begins with a prefix, and its name; `nil` if it lacks one of them.
  func named(prefix: String) -> (id: ObjectID, name: String)? {
    guard let id = ownID({ ObjectID($0, prefix: prefix) }), let name = name?.trimmed, !name.isEmpty
    else { return nil }
    return (id, name)
  }

  /// Where a team defines it: the http or https address beside an id, where MITRE is not the host.
  func definition(ofID id: String) -> String? {
    let address = references.first { $0.externalID == id && $0.url?.isEmpty == false }?.url?.trimmed
    return address.flatMap { $0.isWebAddress && !$0.isOfMITRE ? $0 : nil }
  }
}

extension String {
  private static let ofMITRE = ["https://attack.mitre.org", "http://attack.mitre.org"]

  fileprivate var isOfMITRE: Bool {
    Self.ofMITRE.contains { self == $0 || hasPrefix($0 + "/") }
  }
}

extension [ExternalReference] {
  /// Without an object's own entries.
  var citations: [ExternalReference] {
    contains(where: \.isOwnEntry) ? filter { !$0.isOwnEntry } : self
  }
}
