import Attack
import Corpora
import Measures
import Pages
import Website

/// The contents of `site.yml`, each part for the stage that owns it.
struct SiteFile: Sendable {
  var title = "attack-relations"
  /// Paths, from the folder of the file.
  var bundles: [String] = []
  /// The index of releases that `fetch` asks.
  var index: FetchAddress?
  var baseURL: String?
  var isPublic = false
  var logo: String?
  var footer: String?
  var banner: String?
  /// Whether the site has a page on how good its numbers are.
  var evaluation = false
  /// A team's own forms of technique ids.
  var idPatterns = IDPatterns.none
  var subsets: [SubsetDefinition] = []
  var olderSites: [SiteIdentity.OlderSite] = []
  var colours = ThemeColours()
  /// Reports beside ATT&CK's; paths from the folder of the file.
  var evidence: [EvidencePath] = []
  /// Public flows, and what techniques need and give; paths from the folder of the file.
  var flows: [String] = []
  var capabilities: [String] = []
  /// Which reports are in no count.
  var leftOut = ReportFilter()
  var clusterTitles: [ClusterTitle] = []
}

extension SiteFile {
  /// Those that the tables and pages show the effect of, for programs: names and values.
  var settings: [(name: String, value: String)] {
    let texts = [
      ("base_url", baseURL), ("logo", logo), ("banner", banner), ("footer", footer),
      ("colours", colours == ThemeColours() ? nil : "own"),
      ("id_patterns", Self.listed(idPatterns.texts)), ("subsets", Self.listed(subsets.map(\.name))),
      ("clusters", Self.listed(clusterTitles.map { "\($0.id): \($0.title)" })),
      ("releases", Self.listed(olderSites.map(\.title))),
    ]
    return [("public", "\(isPublic)"), ("evaluation", "\(evaluation)")]
      + texts.compactMap { name, text in text.map { (name, $0) } }
  }

  private static func listed(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: "; ")
  }
}
