package import Attack
package import Corpora
package import Measures

/// The addresses of one site that do not follow from the kind of a page alone.
package struct SiteMap: Sendable {
  /// Where descriptions lead.
  package let targets: ProseTargets
  /// For each technique its id and its page.
  private let pages: IndexedList<Technique, (id: String, path: String)>
  /// For each technique whether its page cannot hold all there is, so that there is an `-all` page.
  private let isCut: IndexedList<Technique, Bool>

  /// - Parameters:
  ///   - knowledge: the objects with a page.
  ///   - corpus: its reports have a page, those left out too.
  ///   - associations: of the reports that count.
  package init(_ knowledge: Knowledge, _ corpus: CountedCorpus, _ associations: Associations) {
    targets = ProseTargets(knowledge, corpus.whole)
    pages = knowledge.techniques.mapValues { ($0.id.description, $0.path) }
    isCut = IndexedList(for: knowledge.techniques.indices) {
      corpus.reportsOfTechnique[$0].count > PageLimits.whole.reports
        || associations.partnerCount(of: $0) > PageLimits.whole.partners
    }
  }
}

extension SiteMap {
  /// Whether a technique's page cannot hold all there is, so that there is an `-all` page.
  package func hasAllPage(_ technique: Index<Technique>) -> Bool { isCut[technique] }

  /// The page that lists every partner of a technique with every report.
  package func allPath(_ technique: Index<Technique>) -> String {
    let (id, path) = pages[technique]
    return isCut[technique] ? PageKind.technique.allPath(of: id) : path
  }

  /// Where the reports are listed that cite both.
  package func evidencePath(
    _ technique: Index<Technique>, with partner: Index<Technique>
  ) -> String {
    "\(allPath(technique))#\(pages[partner].id)"
  }
}

extension ProseTargets {
  /// The pages of a site's objects and reports.
  fileprivate init(_ knowledge: Knowledge, _ corpus: Corpus) {
    var pages: [String: String] = [:]
    for retired in knowledge.retired { pages[retired.id] = retired.path }
    for tactic in knowledge.tactics { pages[tactic.slug] = tactic.path }
    for technique in knowledge.techniques { pages[technique.id.description] = technique.path }
    for actor in knowledge.actors { pages[actor.id.description] = actor.path }
    self.init(
      pages: pages,
      reports: Dictionary(
        corpus.named.map { (corpus.reports[$0].key, corpus.reports[$0].path) },
        uniquingKeysWith: { first, _ in first }))
  }
}
