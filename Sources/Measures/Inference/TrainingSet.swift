package import Attack
package import Corpora
import Text

/// The reports that an inference learns from: numbered rows, in numbered columns.
///
/// What is made of them for others tells techniques and reports apart by type.
package struct TrainingSet: Sendable {
  /// Of all live techniques, cited or not, ascending: the columns.
  package let ids: IndexedList<Technique, String>
  /// Of the reports, in the order of their bytes.
  package let keys: [String]
  /// The columns that each report cites, ascending.
  package let rows: [[Int]]
  /// For each report a label that it shares with the reports of its campaign cluster.
  package let clusters: [Int]
  /// How many sightings each row counts for.
  package let sightings: [Int]

  package init(
    ids: IndexedList<Technique, String>, keys: [String], rows: [[Int]], clusters: [Int],
    sightings: [Int]? = nil
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

  /// At most that many reports, ascending: those whose keys have the smallest hashes.
  package func sample(_ most: Int) -> [Int] {
    guard rows.count > most else { return Array(rows.indices) }
    let hashes = keys.map { FNV1a.hash($0.utf8) }
    return rows.indices.sorted { (hashes[$0], $0) < (hashes[$1], $1) }.prefix(most).sorted()
  }

  /// For each report what is left out when it is asked about itself, as sightings of rows.
  ///
  /// All of its campaign cluster; of a row that counts for several sightings, one.
  var omissions: [[Omission]] {
    let members = Dictionary(grouping: rows.indices) { clusters[$0] }
      .mapValues { $0.map { Omission(row: $0, sightings: sightings[$0]) } }
    return rows.indices.map { report in
      guard sightings[report] == 1 else { return [Omission(row: report, sightings: 1)] }
      return members[clusters[report]] ?? []
    }
  }

  /// For each report the hash of the first key of its campaign cluster, to split the
  /// reports without splitting a campaign.
  var clusterHashes: [UInt64] {
    var hashes: [Int: UInt64] = [:]
    return rows.indices.map { report in
      let hash = hashes[clusters[report]] ?? FNV1a.hash(keys[report].utf8)
      hashes[clusters[report]] = hash
      return hash
    }
  }
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
  package func onTechniques(_ ids: IndexedList<Technique, String>) -> TrainingSet {
    let columns = Dictionary(
      ids.indexed().map { ($1, $0.number) }, uniquingKeysWith: { first, _ in first })
    return TrainingSet(
      ids: ids, keys: keys,
      rows: rows.map { row in row.compactMap { columns[self.ids[Index($0)]] }.sorted() },
      clusters: clusters, sightings: sightings)
  }

  /// Reports by techniques.
  package var matrix: BitMatrix { BitMatrix(rows: rows, columnCount: ids.count) }

  /// How many campaign clusters the reports make.
  package var clusterCount: Int { Set(clusters).count }
}
