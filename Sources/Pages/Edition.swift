package import Attack
package import Corpora
package import Measures

/// What a site is made from: the objects, the reports, what was measured, and the addresses.
///
/// No page is handed the whole of it: the makers take what they need.
package struct Edition: Sendable {
  package let knowledge: Knowledge
  package var findings: Findings
  /// The clusters under their titles.
  package let clusters: ClusterCatalogue
  package let map: SiteMap
  /// The files of reports beside ATT&CK's.
  package let evidence: Evidence

  /// - Parameters:
  ///   - knowledge: the objects with a page.
  ///   - findings: of the reports that the knowledge cites.
  ///   - titles: of clusters, the team's own.
  ///   - evidence: the files of the reports beside ATT&CK's.
  package init(
    _ knowledge: Knowledge, _ findings: Findings, titles: [ClusterTitle] = [],
    evidence: Evidence = .none
  ) {
    self.evidence = evidence
    self.knowledge = knowledge
    self.findings = findings
    clusters = ClusterCatalogue(findings.clusters, knowledge.techniques, titles: titles)
    map = SiteMap(knowledge, findings.corpus, findings.associations)
  }
}

extension Edition {
  /// The reports, of which some count.
  package var corpus: CountedCorpus { findings.corpus }
  /// Why the others do not.
  package var reports: FilteredReports { findings.reports }

  /// How far the site may be passed on; `nil` where nothing of it is the team's own, or marked.
  package var marking: String? {
    corpus.whole.marking(of: corpus.rows)
      ?? TLP.marking(nil, isInternal: findings.order?.hasOwn ?? false)
  }
}
