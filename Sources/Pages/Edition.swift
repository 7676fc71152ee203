package import Attack
package import Corpora

/// What a site is made from: the objects, the reports, what was measured, and the addresses.
///
/// No page is handed the whole of it: the makers take what they need.
package struct Edition: Sendable {
  package let knowledge: Knowledge
  /// The reports, of which some count.
  package let corpus: CountedCorpus
  /// Why the others do not.
  package let reports: FilteredReports
  package let findings: WikiFindings
  package let map: SiteMap

  package init(
    _ knowledge: Knowledge, _ corpus: CountedCorpus, _ reports: FilteredReports,
    _ findings: WikiFindings
  ) {
    self.knowledge = knowledge
    self.corpus = corpus
    self.reports = reports
    self.findings = findings
    map = SiteMap(knowledge, corpus.whole.reports, findings.associations)
  }
}
