package import Attack

/// The order of techniques on a map of all by all, which keeps clusters together.
package struct MapOrder: Equatable, Sendable {
  /// Those with the reports to be in a cluster; if fewer than two have them, all that are cited.
  package let techniques: [Index<Technique>]
  /// How many cited techniques are not on the map: in too few reports for a pair to stand out.
  package let leftOut: Int

  init(_ associations: Associations) {
    let counts = associations.counts
    let cited = associations.ids.indices.filter { counts.total($0) > 0 }
    let frequent = cited.filter { counts.total($0) >= ClusterRules.fewestReports }
    let chosen = frequent.count < 2 ? cited : frequent
    techniques = associations.ratios.leafOrder(
      of: chosen, ids: chosen.map { associations.ids[$0] })
    leftOut = cited.count - chosen.count
  }
}
