import Text

/// The tactics in the order of the matrices, and which tactic a kill-chain phase means.
struct TacticReader {
  private(set) var tactics: IndexedList<Tactic, Tactic> = []
  private(set) var notices: [Notice] = []
  private var indices: [Key: Index<Tactic>] = [:]
  /// The same tactic in the other domains that it is of.
  private var elsewhere: [Key: Key] = [:]
  private var slugs: Set<String> = []

  /// A phase of a domain, whatever signs its name is written with.
  private struct Key: Hashable {
    let domain: Domain
    let letters: String

    init(_ domain: Domain, _ shortname: String) {
      self.domain = domain
      let isPlain = !shortname.utf8.contains(UInt8(ascii: "&"))
      letters = (isPlain ? shortname : shortname.replacing("&", with: "and")).lettersAndDigits
    }
  }

  /// From the live matrices; then live tactics that are in none; then phases that have no tactic
  /// object (v2.0 has neither matrix nor tactics), as first seen.
  init(_ store: ObjectStore) {
    let live = store.entities.filter { store[$0].isLive }
    let techniques = live.filter { store[$0].type == "attack-pattern" }
    let all = live.filter { store[$0].type == "x-mitre-matrix" }
    // A team's own come after ATT&CK's, in whatever order they are read.
    let isTeams = { (index: Index<StixObject>) in store.collections[store[index].id] != nil }
    let matrices = all.filter { !isTeams($0) } + all.filter(isTeams)
    let homes = TacticDomains(store, matrices: matrices, techniques: techniques)
    let listed = matrices.flatMap { store[$0].tacticRefs }.compactMap(store.index)
    let named = live.filter { store[$0].type == "x-mitre-tactic" }
    for index in listed.filter({ store[$0].isLive }) + named { add(store[index], homes) }
    let withObjects = Set(tactics.map(\.domain))
    addPhases(techniques.map { store[$0] }, noticeIn: withObjects)
    order()
  }

  /// The tactics that a technique serves, in matrix order.
  func tactics(of technique: StixObject) -> [Index<Tactic>] {
    let domains = technique.ownDomains
    return Set(technique.phases.compactMap { index(of: $0, in: domains) }).sorted()
  }

  /// Of the technique's own domains; else of the one that the kill chain names.
  private func index(
    of phase: StixObject.KillChainPhase, in domains: [Domain]
  ) -> Index<Tactic>? {
    let named = Domain(catalogue: phase.chain)
    // A technique of several domains says by the chain which of them it means.
    let first = named.map { domains.contains($0) ? [$0] : [] } ?? []
    return (first + domains + [named].compactMap(\.self)).lazy
      .compactMap { index(of: Key($0, phase.name)) }.first
  }

  private func index(of key: Key) -> Index<Tactic>? {
    indices[key] ?? elsewhere[key].flatMap { indices[$0] }
  }

  private mutating func order() {
    let ordered = tactics.indices.sorted {
      (tactics[$0].domain, $0) < (tactics[$1].domain, $1)
    }
    tactics = IndexedList(ordered.map { tactics[$0] })
    for (index, tactic) in tactics.indexed() {
      indices[Key(tactic.domain, tactic.shortname)] = index
    }
  }
}

extension TacticReader {
  private mutating func add(_ object: StixObject, _ homes: TacticDomains) {
    guard let shortname = object.shortname else { return }
    let id = object.ownID { ObjectID($0, prefix: "TA") }
    let domains = homes.domains(of: object)
    guard let domain = domains.first else { return }
    if let id, indices[Key(domain, shortname)] == nil, slugs.contains(id.description) {
      notices.append(Notice(.sharedID, at: "\(id): `\(object.id)`"))
    }
    add(domain, shortname, id: id, name: object.name, description: object.description ?? "")
    for other in domains.dropFirst() {
      elsewhere[Key(other, shortname)] = Key(domain, shortname)
    }
  }

  /// Phases that no tactic has become tactics without an id.
  ///
  /// There is a notice of those in domains that have tactics. Those of a kill chain that is not the
  /// domain's own stay what they are: no tactics.
  private mutating func addPhases(_ techniques: [StixObject], noticeIn domains: Set<Domain>) {
    var lost: [LostPhase] = []
    var places: [Key: Int] = [:]
    for technique in techniques {
      let own = technique.ownDomains
      let isAttack = technique.phases.contains { Domain(catalogue: $0.chain) != nil }
      for phase in technique.phases
      where index(of: phase, in: own) == nil && !phase.name.isEmpty {
        let named = Domain(catalogue: phase.chain)
        guard let domain = named.flatMap({ own.contains($0) ? $0 : nil }) ?? own.first ?? named
        else { continue }
        let key = Key(domain, phase.name)
        let place = places[key] ?? lost.count
        if place == lost.count {
          let isForeign = named == nil && (isAttack || domains.contains(domain))
          lost.append(LostPhase(name: phase.name, domain: domain, isForeign: isForeign))
        }
        places[key] = place
        lost[place].techniques += 1
      }
    }
    for phase in lost {
      if !phase.isForeign { add(phase.domain, phase.name, id: nil, name: nil, description: "") }
      guard domains.contains(phase.domain) || phase.isForeign else { continue }
      let techniques = Format.count(phase.techniques, "technique")
      notices.append(
        Notice(.unknownPhase, at: "`\(phase.name)` of \(phase.domain.name): \(techniques)"))
    }
  }

  /// A phase that no tactic has, and how many techniques name it.
  private struct LostPhase {
    let name: String
    let domain: Domain
    /// Of a kill chain that is not the domain's own.
    let isForeign: Bool
    var techniques = 0
  }

  private mutating func add(
    _ domain: Domain, _ shortname: String, id: ObjectID?, name: String?, description: String
  ) {
    let key = Key(domain, shortname)
    guard indices[key] == nil else { return }
    indices[key] = tactics.endIndex
    let slug = unusedSlug(id, shortname, domain)
    slugs.insert(slug)
    tactics.append(
      Tactic(
        id: id, shortname: shortname, name: name ?? Self.title(shortname),
        description: description, domain: domain, slug: slug))
  }

  /// Its id, else its short name, else that with its domain; a number where all are taken.
  private func unusedSlug(_ id: ObjectID?, _ shortname: String, _ domain: Domain) -> String {
    let readable = [shortname, "\(domain.name)-\(shortname)"]
    let plain = readable.allSatisfy(Self.isSlug) ? readable : readable.map { FileName.slug($0) }
    let names = [id?.description].compactMap(\.self) + plain.filter(Self.isSlug)
    return names.first { !slugs.contains($0) }
      ?? (1...).lazy.map { "tactic-\($0)" }.first { !slugs.contains($0) } ?? "tactic"
  }

  /// Whether files may be called so, with more before and behind it.
  private static func isSlug(_ name: String) -> Bool {
    FileName.isSafe(name) && name.first != "-" && name != "index" && name.utf8.count <= 80
  }

  /// `credential-access` as `Credential Access`, `command-and-control` as `Command and Control`.
  private static func title(_ shortname: String) -> String {
    shortname.split(separator: "-")
      .map { $0 == "and" ? "and" : $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }
}
