/// A technique that serves other tactics than before.
package struct TacticMove: Sendable {
  package let technique: Index<Technique>
  /// Tactics of this release that it served before too.
  package let kept: [Index<Tactic>]
  /// Tactics of this release that it did not serve before.
  package let gained: [Index<Tactic>]
  /// Tactics of the release before that it no longer serves.
  package let lost: [Index<Tactic>]

  /// `nil` if it serves the same, whatever they are called.
  init?(
    _ technique: Index<Technique>, _ before: Technique, _ now: Technique, _ tactics: TacticChange
  ) {
    let own = now.tactics.filter { tactics.domains.contains(tactics.tacticsNow[$0].domain) }
    let old = before.tactics.filter { tactics.domains.contains(tactics.tacticsBefore[$0].domain) }
    let known = own.filter { index in tactics.before[index].map(old.contains) ?? false }
    self.technique = technique
    kept = known
    gained = own.filter { !known.contains($0) }
    lost = old.filter { index in !(tactics.now[index].map(own.contains) ?? false) }
    if gained.isEmpty && lost.isEmpty { return nil }
  }
}

/// A sub-technique that is one of another technique than before.
package struct ParentMove: Sendable {
  package let technique: Index<Technique>
  /// In the release before.
  package let before: Index<Technique>
  package let now: Index<Technique>

  /// `nil` if it has the same parent, or one of the two releases has no live one.
  init?(_ pair: ObjectChange<Technique>.Pair, from before: Knowledge, to now: Knowledge) {
    guard let old = before.techniques[pair.before].parent,
      let own = now.techniques[pair.now].parent,
      before.techniques[old].id != now.techniques[own].id
    else { return nil }
    technique = pair.now
    self.before = old
    self.now = own
  }
}
