package import Attack

extension StixObject {
  /// A live object with an ATT&CK id, a name and a date; `change` makes it what the test wants.
  package static func make(
    _ id: String, _ type: String? = nil, catalogue: String = "mitre-attack",
    _ change: (inout StixObject) -> Void = { _ in }
  ) -> StixObject {
    var object = StixObject(type: type ?? Self.type(of: id), id: stixID(id, type))
    object.name = "Name of \(id)"
    object.modified = Timestamp("2025-01-01T00:00:00.000Z")
    object.references = [ExternalReference(sourceName: catalogue, externalID: id)]
    if object.type == "attack-pattern" {
      object.phases = [KillChainPhase(chain: catalogue, name: "execution")]
    }
    change(&object)
    return object
  }

  /// A live relationship between the objects that `make` makes for two ATT&CK ids.
  package static func make(
    _ source: String, _ type: String, _ target: String, id: String? = nil,
    citing sources: [String] = [], _ change: (inout StixObject) -> Void = { _ in }
  ) -> StixObject {
    var object = StixObject(
      type: "relationship", id: "relationship--" + (id ?? "\(source)-\(type)-\(target)"))
    object.modified = Timestamp("2025-01-01T00:00:00.000Z")
    object.relation = Relation(type: type, source: stixID(source), target: stixID(target))
    object.references = sources.map {
      ExternalReference(sourceName: $0, url: "https://example.org/\($0)")
    }
    change(&object)
    return object
  }

  /// `attack-pattern--T1059` for `T1059`; what is a STIX id already stays.
  package static func stixID(_ id: String, _ type: String? = nil) -> String {
    id.contains("--") ? id : "\(type ?? Self.type(of: id))--\(id)"
  }

  private static func type(of id: String) -> String {
    switch id.prefix(while: \.isLetter) {
    case "TA": "x-mitre-tactic"
    case "G": "intrusion-set"
    case "S": "malware"
    case "C": "campaign"
    default: "attack-pattern"
    }
  }
}

extension Knowledge {
  /// Of one bundle with these objects, of a release that is known.
  package static func make(_ objects: [StixObject]) -> Knowledge {
    Knowledge([StixBundle(source: "test.json", objects: objects)], version: "18.1")
  }

  /// The live uses, as `G0001 T1059 a b`: who, what, and the names of what is cited.
  package var usesInWords: [String] {
    uses.map { use in
      let target =
        switch use.target {
        case .technique(let index): techniques[index].id.description
        case .actor(let index): actors[index].id.description
        case .other: "other"
        }
      let who = actors[use.actor].id.description
      return ([who, target] + use.references.map(\.sourceName)).joined(separator: " ")
    }
  }

  /// Where techniques show, as `T1059 Windows|Process Creation|Sysmon|EventCode=1`.
  package var tracesInWords: [String] {
    zip(techniques, traces).flatMap { technique, traces in
      traces.map {
        "\(technique.id) \($0.platform)|\($0.component)|\($0.source)|\($0.channel)"
      }
    }
  }

  /// The notices, as `danglingReference relationship--…`.
  package var noticesInWords: [String] { notices.map { "\($0.kind.name) \($0.place)" } }
}

extension StixObject {
  /// The same under another STIX id.
  package func renamed(_ id: String) -> StixObject {
    var object = StixObject(type: type, id: id)
    object.created = created
    object.modified = modified
    object.name = name
    object.isRevoked = isRevoked
    object.isDeprecated = isDeprecated
    object.references = references
    object.phases = self.phases
    return object
  }
}
