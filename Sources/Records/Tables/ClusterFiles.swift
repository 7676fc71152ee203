import Attack
import Measures
import Pages
import Text

/// The clusters for programs.
struct ClusterFiles {
  private let associations: Associations
  private let clusters: ClusterCatalogue
  private var ids: IndexedList<Technique, String> { associations.ids }

  init(_ associations: Associations, _ clusters: ClusterCatalogue) {
    self.associations = associations
    self.clusters = clusters
  }

  /// A row for each member of a cluster, the largest cluster first.
  func members() -> [UInt8] {
    var csv = CSVFile("cluster,title,technique,stability,pooled_ratio")
    for entry in clusters.entries {
      for member in entry.cluster.members {
        csv.add(
          .text(entry.id), .text(entry.title), .text(ids[member]),
          entry.cluster.stability.map { .number($0) } ?? .empty, .number(entry.cluster.pooledRatio))
      }
    }
    return csv.bytes
  }

  /// All pairs inside a cluster, those never seen together too.
  func pairs(of entry: ClusterCatalogue.Entry) -> [UInt8] {
    var csv = CSVFile(
      """
      technique_a,technique_b,reports_a,reports_b,together,expected,ratio,lower,p_value,\
      q_value,grade,family
      """)
    for (a, b) in entry.cluster.pairs {
      let pair = associations[a, b]
      csv.add(
        .text(ids[a]), .text(ids[b]), .count(pair.base), .count(associations.total(b)),
        .count(pair.together), .rounded(pair.expected), .rounded(pair.ratio.ratio),
        .rounded(pair.ratio.lower), .rounded(pair.pValue), .rounded(pair.qValue),
        .text(pair.grade?.rawValue ?? ""), .text(pair.isFamily ? "true" : "false"))
    }
    return csv.bytes
  }
}
