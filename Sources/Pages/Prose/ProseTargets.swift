package import Corpora

/// The pages of what a description may name.
package struct ProseTargets: Sendable {
  /// Paths of the site by ATT&CK id: `T1055.011`, `G0047`.
  package let pages: [String: String]
  /// Paths of the site by a report's key.
  package let reports: [ReportKey: String]

  package init(pages: [String: String], reports: [ReportKey: String]) {
    self.pages = pages
    self.reports = reports
  }
}
