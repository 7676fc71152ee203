package import Corpora

/// The techniques that an actor is recorded with, and the counted reports that cite them.
package struct ActorCitations: Sendable {
  /// For each technique that it is recorded with, the reports that cite it, ascending; none if no
  /// counted report does.
  package let reportsOfTechnique: [Int: [Int]]
  /// The techniques that it is recorded with, ascending.
  package let techniques: [Int]
  /// All reports of any, the newest first.
  package let reports: [Int]

  package init(_ corpus: Corpus, _ counted: Corpus.Selection, of actor: Int) {
    var reports: [Int: Set<Int>] = [:]
    for procedure in corpus.proceduresOfActor[actor].map({ corpus.procedures[$0] }) {
      reports[procedure.technique, default: []].formUnion(counted.filter(procedure.reports))
    }
    reportsOfTechnique = reports.mapValues { $0.sorted() }
    techniques = reports.keys.sorted()
    self.reports = Set(reports.values.joined()).sorted { corpus.age[$0] < corpus.age[$1] }
  }

  /// For each technique how many reports cite it.
  package var counts: [Int: Int] { reportsOfTechnique.mapValues(\.count) }
}
