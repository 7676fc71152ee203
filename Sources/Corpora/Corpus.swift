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
  /// Gathers the citations of all live uses.
  ///
  /// 1. Group the references by key, in the order of the relationships' ids. 2. Order the keys that
  /// are cited for a technique. 3. Set a bit for each citation.
  package init(_ knowledge: Knowledge) {
    var references: [ReportKey: [ExternalReference]] = [:]
    var keys: [[ReportKey]] = []
    for use in knowledge.uses {
      keys.append(use.references.map { ReportKey($0) })
      guard case .technique = use.target else { continue }
      for (key, reference) in zip(keys[keys.count - 1], use.references) {
        references[key, default: []].append(reference)
      }
    }
    reports = references.sorted { $0.key < $1.key }.map { Report($0.key, $0.value) }
    let places = Dictionary(
      reports.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })

    var citations = BitMatrix(rowCount: reports.count, columnCount: knowledge.techniques.count)
    var procedures: [Procedure] = []
    var citedBy = Array(repeating: Set<Int>(), count: reports.count)
    var namedBy = citedBy
    for (use, keys) in zip(knowledge.uses, keys) {
      let cited = Set(keys.compactMap { places[$0] }).sorted()
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
