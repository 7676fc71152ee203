package import Attack
package import Corpora

/// The techniques that an actor is recorded with, and the counted reports that cite them.
package struct ActorCitations: Sendable {
  /// For each technique that it is recorded with, the reports that cite it, ascending; none if no
  /// counted report does.
  package let reportsOfTechnique: [Index<Technique>: [Index<Report>]]
  /// The techniques that it is recorded with, ascending.
  package let techniques: [Index<Technique>]
  /// All reports of any, the newest first.
  package let reports: [Index<Report>]

  package init(_ corpus: Corpus, _ counted: Corpus.Selection, of actor: Index<Actor>) {
    var reports: [Index<Technique>: Set<Index<Report>>] = [:]
    for procedure in corpus.proceduresOfActor[actor].map({ corpus.procedures[$0] }) {
      reports[procedure.technique, default: []].formUnion(counted.filter(procedure.reports))
    }
    reportsOfTechnique = reports.mapValues { $0.sorted() }
    techniques = reports.keys.sorted()
    self.reports = Set(reports.values.joined()).sorted { corpus.age[$0] < corpus.age[$1] }
  }

  /// For each technique how many reports cite it.
  package var counts: [Index<Technique>: Int] { reportsOfTechnique.mapValues(\.count) }
}
