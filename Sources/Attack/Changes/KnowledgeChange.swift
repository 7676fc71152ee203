/// What became of the objects of a release in the next one.
///
/// Objects are matched by their ATT&CK ids; only the domains that both releases have are compared.
package struct KnowledgeChange: Sendable {
  package let tactics: TacticChange
  package let techniques: ObjectChange<Technique>
  package let actors: ObjectChange<Actor>
  /// Techniques that serve other tactics than before, by id.
  package let tacticMoves: [TacticMove]
  /// Sub-techniques of another technique than before, by id.
  package let parentMoves: [ParentMove]

  package init(from before: Knowledge, to now: Knowledge) {
    let shared = Set(before.domains).intersection(now.domains)
    let tactics = TacticChange(from: before.tactics, to: now.tactics, in: shared)
    let techniques = ObjectChange(
      from: before.techniques, to: now.techniques, in: shared, now.retired)
    self.tactics = tactics
    self.techniques = techniques
    actors = ObjectChange(from: before.actors, to: now.actors, in: shared, now.retired)
    tacticMoves = techniques.kept.compactMap {
      TacticMove($0.now, before.techniques[$0.before], now.techniques[$0.now], tactics)
    }
    parentMoves = techniques.kept.compactMap { ParentMove($0, from: before, to: now) }
  }
}
