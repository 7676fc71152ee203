/// What became of the tactics of a release in the next one.
///
/// A tactic is the same if it has the same id; where one of the two releases has no ids for its
/// tactics, as v2.0, if it has the same short name. Both in one domain.
package struct TacticChange: Sendable {
  /// Of this release.
  package let new: [Index<Tactic>]
  /// Of the release before.
  package let removed: [Index<Tactic>]
  package let renamed: [Renamed]
  /// The fewest that must be moved to get the order before, in the order of now.
  package let reordered: [Reordered]
  /// Whether both releases order any of the same tactics.
  package let hasOrder: Bool
  /// For each tactic of this release the same one before.
  package let before: IndexedList<Tactic, Index<Tactic>?>
  /// For each tactic before the same one in this release.
  package let now: IndexedList<Tactic, Index<Tactic>?>
  /// The domains that are compared.
  let domains: Set<Domain>
  let tacticsBefore: IndexedList<Tactic, Tactic>
  let tacticsNow: IndexedList<Tactic, Tactic>

  package struct Renamed: Sendable {
    package let index: Index<Tactic>
    package let nameBefore: String
  }

  package struct Reordered: Sendable {
    package let index: Index<Tactic>
    /// Its places, from 1, among those of its domain that both releases order.
    package let placeBefore: Int
    package let place: Int
    /// How many these are.
    package let count: Int
  }

  init(
    from before: IndexedList<Tactic, Tactic>, to now: IndexedList<Tactic, Tactic>,
    in domains: Set<Domain>
  ) {
    let matches = Self.matches(before, now, in: domains)
    var inverse = IndexedList<Tactic, Index<Tactic>?>(repeating: nil, for: before.indices)
    for case (let index, let own?) in matches.indexed() { inverse[own] = index }
    self.before = matches
    self.now = inverse
    self.domains = domains
    tacticsBefore = before
    tacticsNow = now
    new = now.indices.filter { domains.contains(now[$0].domain) && matches[$0] == nil }
    removed = before.indices.filter { domains.contains(before[$0].domain) && inverse[$0] == nil }
    renamed = matches.indexed().compactMap { index, own in
      guard let own, before[own].name != now[index].name else { return nil }
      return Renamed(index: index, nameBefore: before[own].name)
    }
    let ordered = domains.sorted().map { domain in
      now.indices.filter { now[$0].domain == domain && Self.isOrdered($0, matches, before, now) }
    }
    hasOrder = ordered.contains { !$0.isEmpty }
    reordered = ordered.flatMap { Self.moved($0, matches) }
  }
}

extension TacticChange {
  /// By ids first, then by short names where there are no ids on both sides; each only once.
  private static func matches(
    _ before: IndexedList<Tactic, Tactic>, _ now: IndexedList<Tactic, Tactic>,
    in domains: Set<Domain>
  ) -> IndexedList<Tactic, Index<Tactic>?> {
    let old = before.indices.filter { domains.contains(before[$0].domain) }
    var matches = now.mapValues { tactic in
      tactic.id.flatMap { id in
        old.first { before[$0].id == id && before[$0].domain == tactic.domain }
      }
    }
    var taken = Set(matches.compactMap(\.self))
    for index in now.indices where matches[index] == nil {
      let same = old.first { own in
        !taken.contains(own) && (before[own].id == nil || now[index].id == nil)
          && before[own].domain == now[index].domain
          && before[own].shortname == now[index].shortname
      }
      matches[index] = same
      if let same { taken.insert(same) }
    }
    return matches
  }

  /// Of a tactic without an id no release tells the place: it is where it was first used.
  private static func isOrdered(
    _ index: Index<Tactic>, _ matches: IndexedList<Tactic, Index<Tactic>?>,
    _ before: IndexedList<Tactic, Tactic>, _ now: IndexedList<Tactic, Tactic>
  ) -> Bool {
    guard let own = matches[index] else { return false }
    return now[index].id != nil && before[own].id != nil
  }

  /// Of the tactics of one domain that both releases order, as they are now, those that moved.
  private static func moved(
    _ ordered: [Index<Tactic>], _ before: IndexedList<Tactic, Index<Tactic>?>
  ) -> [Reordered] {
    let old = ordered.compactMap { before[$0] }
    let places = Dictionary(
      old.sorted().enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    let ranks = old.compactMap { places[$0] }
    let kept = Set(LongestRise(ranks.map { $0 - 1 }).positions)
    return ordered.indices.filter { !kept.contains($0) }.map { position in
      Reordered(
        index: ordered[position], placeBefore: ranks[position], place: position + 1,
        count: ordered.count)
    }
  }
}
