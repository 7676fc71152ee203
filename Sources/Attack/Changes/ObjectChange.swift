/// What has an ATT&CK id that a release can keep, rename or end.
package protocol IdentifiedObject: Sendable {
  associatedtype ID: CustomStringConvertible
  var id: ID { get }
  var name: String { get }
  var domains: [Domain] { get }
}

extension Actor: IdentifiedObject {}

extension Technique: IdentifiedObject {}

/// What became of the techniques, or of the actors, of a release in the next one.
package struct ObjectChange<Thing: IdentifiedObject>: Sendable {
  /// With ids that were not live before.
  package let new: [New]
  package let renamed: [Renamed]
  /// Those of the release before that are no longer live.
  package let ended: [Ending]
  /// Those that are live in both.
  let kept: [Pair]

  package struct New: Sendable {
    package let index: Index<Thing>
    /// What it took the place of, in the release before.
    package fileprivate(set) var predecessors: [Index<Thing>] = []
  }

  package struct Renamed: Sendable {
    package let index: Index<Thing>
    package let nameBefore: String
  }

  /// A thing before, and the same thing now.
  struct Pair: Sendable {
    let before: Index<Thing>
    let now: Index<Thing>
  }

  package struct Ending: Sendable {
    /// In the release before.
    package let index: Index<Thing>
    package let outcome: Outcome
  }

  /// How a thing ended.
  package enum Outcome: Equatable, Sendable {
    /// It is there, but no longer in use, and nothing live took its place.
    case retired
    /// It is not in the bundle at all.
    case gone
    /// One live thing took its place, and that of no other.
    case replaced(by: Index<Thing>)
    /// One live thing now stands for several that were live before: these, in the release before.
    case merged([Index<Thing>], into: Index<Thing>)
    /// Several live things took its place.
    case split(into: [Index<Thing>])
  }
}

extension ObjectChange {
  /// - Parameters:
  ///   - before: of the release before.
  ///   - now: of the next one.
  ///   - domains: those that are compared.
  ///   - retired: what the next one no longer uses.
  init(
    from before: IndexedList<Thing, Thing>, to now: IndexedList<Thing, Thing>,
    in domains: Set<Domain>, _ retired: [RetiredObject]
  ) {
    let old = Self.indices(before)
    let live = Self.indices(now)
    let endings = Endings(before, live, in: domains, retired)
    let fresh = now.indices.filter {
      old[now[$0].id.description] == nil && !domains.isDisjoint(with: now[$0].domains)
    }
    kept = now.indexed().compactMap { index, thing in
      guard let own = old[thing.id.description],
        !domains.isDisjoint(with: before[own].domains + thing.domains)
      else { return nil }
      return Pair(before: own, now: index)
    }
    new = fresh.map { New(index: $0, predecessors: endings.predecessors[$0] ?? []) }
    renamed = kept.compactMap { pair in
      let name = before[pair.before].name
      return name == now[pair.now].name ? nil : Renamed(index: pair.now, nameBefore: name)
    }
    ended = endings.all
  }

  private static func indices(_ things: IndexedList<Thing, Thing>) -> [String: Index<Thing>] {
    Dictionary(
      things.indexed().map { ($1.id.description, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Follows what is no longer live to what took its place.
private struct Endings<Thing: IdentifiedObject> {
  private(set) var all: [ObjectChange<Thing>.Ending] = []
  /// Of things of the next release what ended in each, ascending.
  private(set) var predecessors: [Index<Thing>: [Index<Thing>]] = [:]

  init(
    _ before: IndexedList<Thing, Thing>, _ live: [String: Index<Thing>], in domains: Set<Domain>,
    _ retired: [RetiredObject]
  ) {
    let known = Dictionary(retired.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ended = before.indices.filter {
      live[before[$0].id.description] == nil && !domains.isDisjoint(with: before[$0].domains)
    }
    let ends = ended.map { index in
      known[before[index].id.description].map { retired in
        Set(retired.successors.compactMap { live[$0.id] }).sorted()
      }
    }
    for (index, ends) in zip(ended, ends) {
      for end in ends ?? [] { predecessors[end, default: []].append(index) }
    }
    // What a live thing stands for now: all whose only end it is, and itself if it was there before.
    var sources: [Index<Thing>: [Index<Thing>]] = [:]
    for (index, thing) in before.indexed() {
      if let own = live[thing.id.description] { sources[own, default: []].append(index) }
    }
    for case (let index, let ends?) in zip(ended, ends) where ends.count == 1 {
      sources[ends[0], default: []].append(index)
    }
    all = zip(ended, ends).map { index, ends in
      .init(index: index, outcome: Self.outcome(ends, sources))
    }
  }

  /// Of a thing that ended on these; on `nil` where the next release does not have it.
  private static func outcome(
    _ ends: [Index<Thing>]?, _ sources: [Index<Thing>: [Index<Thing>]]
  ) -> ObjectChange<Thing>.Outcome {
    guard let ends else { return .gone }
    guard let end = ends.first else { return .retired }
    guard ends.count == 1 else { return .split(into: ends) }
    let merged = sources[end] ?? []
    return merged.count > 1 ? .merged(merged.sorted(), into: end) : .replaced(by: end)
  }
}
