package import Attack

/// A title that a team gives to a cluster, instead of the names of its members.
package struct ClusterTitle: Sendable {
  /// The id of the cluster: that of its member with the most reports.
  package let id: TechniqueID
  package let title: String
  /// Where it is written: `site.yml:14`.
  package let source: String

  package init(id: TechniqueID, title: String, source: String) {
    self.id = id
    self.title = title
    self.source = source
  }
}
