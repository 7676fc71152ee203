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

  static let memberTable = DataTable(
    "clusters", at: RecordPath.clusters, "the members of every cluster, the largest first",
    digits: .nine, key: ["technique"],
    [
      DataColumn("cluster", .text, "the cluster’s id"), DataColumn("title", .text, "its title"),
      DataColumn("technique", .technique, "a technique of it"),
      DataColumn(
        "stability", .share, "how much of it is found again where reports are drawn anew",
        isOptional: true),
      DataColumn(
        "pooled_ratio", .number(from: 0),
        "how many times the expected its pairs were seen, all taken together"),
    ])

  static let pairTable = DataTable(
    "cluster-pairs", at: PageKind.cluster.csv(of: "*"),
    "all pairs inside each cluster with a page, including those never seen together",
    key: ["technique_a", "technique_b"],
    [
      .firstOfPair, .secondOfPair, .reportsOfFirst, .reportsOfSecond, .together, .expected, .ratio,
      .lower, .pValue, .qValue, .grade, .family,
    ])

  /// A row for each member of a cluster, the largest cluster first.
  func members() -> [UInt8] {
    var csv = CSVFile(Self.memberTable)
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
    var csv = CSVFile(Self.pairTable)
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
