import Measures

/// What `site.yml` says, each part for the stage that owns it.
struct SiteFile: Sendable {
  var title = "attack-relations"
  /// Paths, from the folder of the file.
  var bundles: [String] = []
  var baseURL: String?
  var isPublic = false
  var footer: String?
  var banner: String?
  /// Whether the site says what its numbers are worth.
  var evaluation = false
  var subsets: [SubsetDefinition] = []
}
