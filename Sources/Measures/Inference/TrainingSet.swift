package import Corpora

/// The reports that an inference learns from.
package struct TrainingSet: Sendable {
  /// Of all live techniques, cited or not, ascending; they number the columns.
  package let ids: [String]
  /// Of the reports, in the order of their bytes.
  package let keys: [String]
  /// The columns that each report cites, ascending.
  package let rows: [[Int]]
  /// For each report a label that it shares with the reports of its campaign cluster.
  package let clusters: [Int]
  /// How many sightings each row counts for.
  package let sightings: [Int]

  package init(
    ids: [String], keys: [String], rows: [[Int]], clusters: [Int], sightings: [Int]? = nil
  ) {
    self.ids = ids
    self.keys = keys
    self.rows = rows
    self.clusters = clusters
    self.sightings = sightings ?? Array(repeating: 1, count: rows.count)
  }

  /// Only some of the reports, given as ascending indices.
  package func only(_ indices: [Int]) -> TrainingSet {
    TrainingSet(
      ids: ids, keys: indices.map { keys[$0] }, rows: indices.map { rows[$0] },
      clusters: indices.map { clusters[$0] }, sightings: indices.map { sightings[$0] })
  }

  /// What is left out when a report is asked about itself, as sightings of rows.
  ///
  /// All of its campaign cluster; of a row that counts for several sightings, one.
  func omission(for report: Int, members: [Int]) -> [Omission] {
    guard sightings[report] == 1 else { return [Omission(row: report, sightings: 1)] }
    return members.map { Omission(row: $0, sightings: sightings[$0]) }
  }

  /// The reports of each cluster.
  var membersByCluster: [Int: [Int]] { Dictionary(grouping: rows.indices) { clusters[$0] } }
}

/// Sightings of a row that do not count.
package struct Omission: Equatable, Sendable {
  package let row: Int
  package let sightings: Int

  package init(row: Int, sightings: Int) {
    self.row = row
    self.sightings = sightings
  }
}

extension TrainingSet {
  /// The same reports on the techniques of another release; what is no longer live is left out.
  package func onTechniques(_ ids: [String]) -> TrainingSet {
    let columns = Dictionary(
      ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return TrainingSet(
      ids: ids, keys: keys,
      rows: rows.map { row in row.compactMap { columns[self.ids[$0]] }.sorted() },
      clusters: clusters, sightings: sightings)
  }

  /// Reports by techniques.
  package var matrix: BitMatrix { BitMatrix(rows: rows, columnCount: ids.count) }

  /// How many campaign clusters the reports make.
  package var clusterCount: Int { Set(clusters).count }
}
