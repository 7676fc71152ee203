import Text

/// The tactics in the order of the matrices, and which tactic a kill-chain phase means.
struct TacticReader {
  private(set) var tactics: IndexedList<Tactic, Tactic> = []
  private(set) var notices: [Notice] = []
  private var indices: [Key: Index<Tactic>] = [:]
  private var slugs: Set<String> = []

  private struct Key: Hashable {
    let domain: Domain
    let shortname: String
  }

  /// From the live matrices; then live tactics that are in none; then phases that have no tactic
  /// object (v2.0 has neither matrix nor tactics), as first seen.
  init(_ store: ObjectStore, _ bundles: [StixBundle]) {
    let live = store.entities.filter { store[$0].isLive }
    let listed = live.filter { store[$0].type == "x-mitre-matrix" }
      .flatMap { store[$0].tacticRefs }.compactMap(store.index).filter { store[$0].isLive }
    let all = live.filter { store[$0].type == "x-mitre-tactic" }
    for index in listed + all { add(store[index]) }
    for index in live where store[index].type == "attack-pattern" {
      for phase in store[index].phases { add(phase) }
    }
    let ordered = tactics.indices.sorted {
      (tactics[$0].domain, $0) < (tactics[$1].domain, $1)
    }
    tactics = IndexedList(ordered.map { tactics[$0] })
    for (index, tactic) in tactics.indexed() {
      indices[Key(domain: tactic.domain, shortname: tactic.shortname)] = index
    }
  }

  /// The tactics that a technique serves, in matrix order.
  func tactics(of technique: StixObject) -> [Index<Tactic>] {
    Set(technique.phases.compactMap { key($0).flatMap { indices[$0] } }).sorted()
  }

  private mutating func add(_ object: StixObject) {
    guard let shortname = object.shortname, let domain = object.ownDomains.first else { return }
    let id = object.ownID { ObjectID($0, prefix: "TA") }
    let key = Key(domain: domain, shortname: shortname)
    if let id, indices[key] == nil, slugs.contains(id.description) {
      notices.append(Notice(.sharedID, at: "\(id): \(object.id)"))
    }
    add(key, id: id, name: object.name, description: object.description ?? "")
  }

  private mutating func add(_ phase: StixObject.KillChainPhase) {
    if let key = key(phase) { add(key, id: nil, name: nil, description: "") }
  }

  private mutating func add(_ key: Key, id: ObjectID?, name: String?, description: String) {
    let readable = [key.shortname, "\(key.domain.name)-\(key.shortname)"].prefix(while: Self.isSlug)
    guard indices[key] == nil,
      let slug = ([id?.description].compactMap(\.self) + readable).first(where: {
        !slugs.contains($0)
      })
    else { return }
    indices[key] = tactics.endIndex
    slugs.insert(slug)
    tactics.append(
      Tactic(
        id: id, shortname: key.shortname, name: name ?? Self.title(key.shortname),
        description: description, domain: key.domain, slug: slug))
  }

  /// Whether files may be called so, with more before and behind it.
  private static func isSlug(_ name: String) -> Bool {
    FileName.isSafe(name) && name != "index" && name.utf8.count <= 80
  }

  private func key(_ phase: StixObject.KillChainPhase) -> Key? {
    Domain(catalogue: phase.chain).map { Key(domain: $0, shortname: phase.name) }
  }

  /// `credential-access` as `Credential Access`, `command-and-control` as `Command and Control`.
  private static func title(_ shortname: String) -> String {
    shortname.split(separator: "-")
      .map { $0 == "and" ? "and" : $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }
}
