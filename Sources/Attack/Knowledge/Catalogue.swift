/// The live techniques and actors, each in the order of its ids, and which objects they are.
struct Catalogue {
  private(set) var techniques: IndexedList<Technique, Technique> = []
  private(set) var actors: IndexedList<Actor, Actor> = []
  /// For each object of the store the technique that it is, if it is one.
  private(set) var techniqueOfObject: IndexedList<StixObject, Index<Technique>?>
  /// The same of actors.
  private(set) var actorOfObject: IndexedList<StixObject, Index<Actor>?>
  private(set) var notices: [Notice] = []

  private let patterns: IDPatterns
  private let lastYear: Int?

  /// `patterns` are a team's own forms of ids; `lastYear` is that of the newest object: what was seen
  /// later was not.
  init(
    _ store: ObjectStore, _ board: TacticReader, _ patterns: IDPatterns, lastYear: Int?
  ) {
    self.patterns = patterns
    self.lastYear = lastYear
    techniqueOfObject = IndexedList(repeating: nil, for: store.indices)
    actorOfObject = IndexedList(repeating: nil, for: store.indices)
    takeTechniques(store, board)
    takeActors(store)
    for index in store.mended {
      if let loss = store[index].loss {
        notices.append(Notice(.cleanedText, at: "`\(store[index].id)`: \(loss)"))
      }
    }
  }

  static func actorID(
    of object: StixObject, _ kind: Actor.Kind, _ patterns: IDPatterns
  ) -> ObjectID? {
    object.teamID(patterns).flatMap { ObjectID($0, patterns) }
      ?? object.ownID { ObjectID($0, prefix: kind.prefix) }
  }
}

extension Catalogue {
  private mutating func takeTechniques(_ store: ObjectStore, _ board: TacticReader) {
    let live = store.entities.filter { store[$0].type == "attack-pattern" && store[$0].isLive }
    let patterns = patterns
    for (id, sameID) in identified(live, store, { $0.techniqueID(patterns) }) {
      for index in sameID { techniqueOfObject[index] = techniques.endIndex }
      let object = store[sameID[0]]
      techniques.append(
        Technique(
          id: id, stixID: object.id, name: object.name ?? id.description,
          description: object.description ?? "",
          domains: object.ownDomains.isEmpty ? [.enterprise] : object.ownDomains,
          tactics: board.tactics(of: object),
          platforms: object.platforms, created: object.created, references: object.references,
          definition: object.definition(ofID: id.description),
          collection: store.collections[object.id]))
    }
  }

  private mutating func takeActors(_ store: ObjectStore) {
    let patterns = patterns
    for kind in Actor.Kind.allCases {
      let live = store.entities.filter { store[$0].isLive && store[$0].actorKind == kind }
      for (id, sameID) in identified(live, store, { Self.actorID(of: $0, kind, patterns) }) {
        for index in sameID { actorOfObject[index] = actors.endIndex }
        let object = store[sameID[0]]
        let name = object.name ?? id.description
        let seen = seen(object)
        actors.append(
          Actor(
            kind: kind, isTool: object.type == "tool", id: id, name: name,
            aliases: object.aliases.filter { $0 != name },
            description: object.description ?? "", domains: object.ownDomains.sorted(),
            platforms: object.platforms, references: object.references,
            firstSeen: seen.first, lastSeen: seen.last,
            definition: object.definition(ofID: id.description),
            collection: store.collections[object.id]))
      }
    }
  }

  /// The months in which it was first and last seen; what cannot be is left out, with a notice.
  private mutating func seen(_ object: StixObject) -> (first: String?, last: String?) {
    var faults = object.faultyDates
    var (first, last) = (object.firstSeen, object.lastSeen)
    let years = Timestamp.firstYear...max(Timestamp.firstYear, lastYear ?? .max)
    if let year = first.year, !years.contains(year) {
      faults.append("first_seen \(first.day ?? "")")
      first = .unknown
    }
    if let year = last.year, !years.contains(year) {
      faults.append("last_seen \(last.day ?? "")")
      last = .unknown
    }
    if first != .unknown, last != .unknown, last < first {
      faults.append("last_seen \(last.day ?? "") before first_seen \(first.day ?? "")")
      last = .unknown
    }
    notices += faults.map { Notice(.impossibleDate, at: "`\(object.id)`: \($0)") }
    return (first.month, last.month)
  }

  /// The id that it has in place of ATT&CK's, which `id_patterns` could take.
  private func noID(_ object: StixObject) -> String {
    let other = object.references.lazy.compactMap(\.externalID).first { !$0.isEmpty }
    return other.map { "no ATT&CK id, but `\($0.prefix(40))`" } ?? "no ATT&CK id"
  }

  /// Objects by ascending ATT&CK id; the newest first where several share one.
  private mutating func identified<ID: Hashable & Comparable & CustomStringConvertible>(
    _ live: [Index<StixObject>], _ store: ObjectStore, _ read: (StixObject) -> ID?
  ) -> [(id: ID, objects: [Index<StixObject>])] {
    var byID: [ID: [Index<StixObject>]] = [:]
    for index in live {
      let id = read(store[index])
      if let id, store[index].name?.isEmpty == false {
        byID[id, default: []].append(index)
      } else {
        let fault = id == nil ? noID(store[index]) : "no name"
        notices.append(Notice(.missingID, at: "`\(store[index].id)`: \(fault)"))
      }
    }
    return byID.sorted { $0.key < $1.key }.map { id, objects in
      let sorted = objects.sorted {
        let (left, right) = (store[$0], store[$1])
        return left.modified == right.modified
          ? left.id < right.id : left.modified > right.modified
      }
      if sorted.count > 1 {
        notices.append(Notice(.sharedID, at: "\(id): `\(store[sorted[1]].id)`"))
      }
      return (id, sorted)
    }
  }
}
