import Corpora
import Measures
import Pages
import Website

/// The contents of `site.yml`, each part for the stage that owns it.
struct SiteFile: Sendable {
  var title = "attack-relations"
  /// Paths, from the folder of the file.
  var bundles: [String] = []
  var baseURL: String?
  var isPublic = false
  var logo: String?
  var footer: String?
  var banner: String?
  /// Whether the site has a page on how good its numbers are.
  var evaluation = false
  var subsets: [SubsetDefinition] = []
  var olderSites: [SiteIdentity.OlderSite] = []
  var colours = ThemeColours()
  /// Which reports are in no count.
  var leftOut = ReportFilter()
  var clusterTitles: [ClusterTitle] = []
}
