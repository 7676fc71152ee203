/// All techniques by all techniques as one triangle: one run of colour per class, and the clusters.
///
/// It has too many cells for numbers and links of their own; those are in tables and files.
package struct MapFigure: Figure {
  package let title: String
  package let description: String
  package let legend: Legend
  /// Of the techniques, in their order.
  package let ids: [String]
  /// Pixels of a row, and of a column.
  package let size: Int
  /// The level of each row's cells left of the diagonal, runs of equals together.
  package let rows: [[Run]]
  /// The level that is the ground of all.
  package let ground: Int
  /// In the order of the techniques, each beside the next.
  package let clusters: [Cluster]
  package let file: String?

  /// Neighbouring cells of one level.
  package struct Run: Sendable {
    package let level: Int
    /// Indices of techniques.
    package let columns: Range<Int>
  }

  /// Neighbours in the order that are a cluster.
  package struct Cluster: Sendable {
    package let title: String
    package let note: String
    package let path: String
    /// Indices of its members.
    package let members: Range<Int>
    package let isMinor: Bool
  }
}
