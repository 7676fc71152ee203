package import Attack

/// Which report cites which technique, and on whose behalf.
package struct Corpus: Sendable {
  /// By key.
  package let reports: [Report]
  /// Reports x techniques, in the order of `reports` and of `Knowledge.techniques`.
  package let citations: BitMatrix
  /// By the relationship's id, those without a report included.
  package let procedures: [Procedure]
  /// For each report the actors on whose behalf it is cited for a technique, rising places.
  package let citedBy: [[Int]]
  /// For each report the actors on whose behalf it is cited for anything at all.
  package let namedBy: [[Int]]

  /// What reports say of how an actor uses a technique.
  package struct Procedure: Sendable {
    /// A place in `Knowledge.actors`.
    package let actor: Int
    /// A place in `Knowledge.techniques`.
    package let technique: Int
    package let description: String
    /// Places in `Corpus.reports`, rising.
    package let reports: [Int]
  }
}

extension Corpus {
  /// Gathers the citations of all live uses, in the order of the relationships' ids.
  package init(_ knowledge: Knowledge) {
    let bibliography = Bibliography(knowledge.uses)
    reports = bibliography.reports
    var citations = BitMatrix(rowCount: reports.count, columnCount: knowledge.techniques.count)
    var procedures: [Procedure] = []
    var citedBy = Array(repeating: Set<Int>(), count: reports.count)
    var namedBy = citedBy
    for (use, cited) in zip(knowledge.uses, bibliography.reportsOfUse) {
      for report in cited { namedBy[report].insert(use.actor) }
      guard case .technique(let technique) = use.target else { continue }
      for report in cited {
        citations[report, technique] = true
        citedBy[report].insert(use.actor)
      }
      procedures.append(
        Procedure(
          actor: use.actor, technique: technique, description: use.description, reports: cited))
    }
    self.citations = citations
    self.procedures = procedures
    self.citedBy = citedBy.map { $0.sorted() }
    self.namedBy = namedBy.map { $0.sorted() }
  }
}
