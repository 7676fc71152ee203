/// The live techniques and actors, each in the order of its ids, and where a STIX id stands.
struct Catalogue {
  private(set) var techniques: [Technique] = []
  private(set) var actors: [Actor] = []
  private(set) var techniquePlaces: [String: Int] = [:]
  private(set) var actorPlaces: [String: Int] = [:]
  private(set) var notices: [Notice] = []

  init(_ store: ObjectStore, _ board: TacticReader) {
    takeTechniques(store, board)
    takeActors(store)
    for object in store.objects {
      if let loss = object.loss {
        notices.append(Notice(.cleanedText, at: "\(object.id): \(loss)"))
      }
    }
  }

  /// What kind of actor an object is, if it is one.
  static func kind(of object: StixObject) -> Actor.Kind? {
    switch object.type {
    case "intrusion-set": .group
    case "malware", "tool": .software
    case "campaign": .campaign
    default: nil
    }
  }

  static func actorID(of object: StixObject, _ kind: Actor.Kind) -> ObjectID? {
    object.ownID { ObjectID($0, prefix: kind.prefix) }
  }
}

extension Catalogue {
  private mutating func takeTechniques(_ store: ObjectStore, _ board: TacticReader) {
    let live = store.objects.filter { $0.type == "attack-pattern" && $0.isLive }
    let found = identified(live) { $0.ownID { TechniqueID($0) } }
    for (id, object, others) in found {
      for stixID in [object.id] + others { techniquePlaces[stixID] = techniques.count }
      techniques.append(
        Technique(
          id: id, name: object.name ?? id.description, description: object.description ?? "",
          domain: object.ownDomains.first ?? .enterprise, tactics: board.places(of: object),
          platforms: object.platforms, references: object.references))
    }
  }

  private mutating func takeActors(_ store: ObjectStore) {
    for kind in Actor.Kind.allCases {
      let live = store.objects.filter { $0.isLive && Self.kind(of: $0) == kind }
      for (id, object, others) in identified(live, { Self.actorID(of: $0, kind) }) {
        for stixID in [object.id] + others { actorPlaces[stixID] = actors.count }
        let name = object.name ?? id.description
        actors.append(
          Actor(
            kind: kind, isTool: object.type == "tool", id: id, name: name,
            aliases: object.aliases.filter { $0 != name },
            description: object.description ?? "", domains: object.ownDomains.sorted(),
            platforms: object.platforms, references: object.references,
            firstSeen: object.firstSeen.month, lastSeen: object.lastSeen.month))
      }
    }
  }

  /// Objects by rising ATT&CK id, the newest first where several share one, the others as STIX ids.
  private mutating func identified<ID: Hashable & Comparable & CustomStringConvertible>(
    _ objects: [StixObject], _ read: (StixObject) -> ID?
  ) -> [(id: ID, object: StixObject, others: [String])] {
    var byID: [ID: [StixObject]] = [:]
    for object in objects {
      if let id = read(object), object.name?.isEmpty == false {
        byID[id, default: []].append(object)
      } else {
        let fault = read(object) == nil ? "no ATT&CK id" : "no name"
        notices.append(Notice(.missingID, at: "\(object.id): \(fault)"))
      }
    }
    return byID.sorted { $0.key < $1.key }.map { id, objects in
      let sorted = objects.sorted {
        $0.modified == $1.modified ? $0.id < $1.id : $0.modified > $1.modified
      }
      if sorted.count > 1 { notices.append(Notice(.sharedID, at: "\(id): \(sorted[1].id)")) }
      return (id, sorted[0], sorted.dropFirst().map(\.id))
    }
  }
}
