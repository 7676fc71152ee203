package import Attack
package import Corpora

/// What an actor is recorded with, itself or by what it brings along.
///
/// None of it would be news.
package struct ActorRepertoire: Sendable {
  /// For each technique that the actor itself is recorded with, the reports that cite it.
  package let reports: [Index<Technique>: [Index<Report>]]
  /// The techniques of the actor, of the software that it uses, of the campaigns that are
  /// attributed to it, and of their software.
  package let techniques: Set<Index<Technique>>
  /// These, their parents and their sub-techniques.
  package let families: Set<Index<Technique>>

  /// Of an actor, given what every actor is recorded with.
  package init(
    _ knowledge: Knowledge, _ citations: IndexedList<Actor, ActorCitations>, of actor: Index<Actor>
  ) {
    let owners = Self.owners(knowledge, of: actor)
    let techniques = Set(owners.flatMap { citations[$0].techniques })
    self.init(reports: citations[actor].reportsOfTechnique, techniques: techniques, knowledge)
  }

  package init(
    reports: [Index<Technique>: [Index<Report>]], techniques: Set<Index<Technique>>,
    _ knowledge: Knowledge
  ) {
    self.reports = reports
    self.techniques = techniques
    let parents = techniques.compactMap { knowledge.techniques[$0].parent }
    let subs = techniques.flatMap { knowledge.subsOfTechnique[$0] }
    families = techniques.union(parents).union(subs)
  }

  /// The actor, its software, its campaigns and theirs, as ATT&CK relates them.
  private static func owners(_ knowledge: Knowledge, of actor: Index<Actor>) -> Set<Index<Actor>> {
    let actors = [actor] + knowledge.campaigns(of: actor)
    return Set(actors + actors.flatMap { knowledge.softwareOfActor[$0] })
  }
}
