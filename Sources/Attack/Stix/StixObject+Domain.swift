import Text

extension StixObject {
  /// The domains of an object: `x_mitre_domains`; older ones by their kill chain, or by the
  /// catalogue that gives them their id.
  var ownDomains: [Domain] {
    if !domains.isEmpty { return domains.map(Domain.init(name:)) }
    let chains = self.phases.compactMap { Domain(catalogue: $0.chain) }
    return (chains.isEmpty ? references.compactMap { ownEntryDomain($0) } : chains).distinct
  }

  private func ownEntryDomain(_ reference: ExternalReference) -> Domain? {
    reference.isOwnEntry ? Domain(catalogue: reference.sourceName) : nil
  }

  /// Its ATT&CK id: of the reference to ATT&CK's own catalogue, not of the first one.
  func ownID<ID>(_ read: (String) -> ID?) -> ID? {
    references.filter(\.isOwnEntry).compactMap { $0.externalID.flatMap(read) }.first
  }

  /// Its id, which begins with a prefix, and its name; `nil` if it lacks one of them.
  func named(prefix: String) -> (id: ObjectID, name: String)? {
    guard let id = ownID({ ObjectID($0, prefix: prefix) }), let name = name?.trimmed, !name.isEmpty
    else { return nil }
    return (id, name)
  }
}

extension [ExternalReference] {
  /// Without an object's own entries.
  var citations: [ExternalReference] {
    contains(where: \.isOwnEntry) ? filter { !$0.isOwnEntry } : self
  }
}
