import Attack
import Corpora
import Measures
import Pages
import Records
import Website

/// All of a site that stays the same while a team changes its texts, templates and assets.
struct MeasuredSite: Sendable {
  let file: SiteFile
  let edition: Edition
  /// What is odd about the reports beside ATT&CK's, and about the coverage.
  let noticesOfReports: [Notice]
  /// Without notices, of which some are of the texts.
  let records: RecordFiles

  /// Those of a build with a team's texts.
  func notices(with texts: TeamTexts) -> [Notice] { Self.notices(edition, noticesOfReports, texts) }

  static func notices(
    _ edition: Edition, _ ofReports: [Notice], _ texts: TeamTexts
  ) -> [Notice] {
    let (knowledge, corpus) = (edition.knowledge, edition.corpus.whole)
    return knowledge.notices + corpus.notices + ofReports + edition.findings.notices
      + edition.clusters.notices
      + texts.notices(knowledge, corpus) + DroppedHTML.notices(texts)
  }
}
