package import Attack
import Corpora
import Text

/// A question that a report answers itself: some of its techniques are shown, the others hidden.
package struct HeldOutQuery: Equatable, Sendable {
  /// A row of the training set.
  package let report: Int
  /// Ascending.
  package let evidence: [Index<Technique>]
  /// Ascending.
  package let hidden: [Index<Technique>]

  /// The sizes of evidence that are asked.
  package static let sizes = [1, 2, 3, 5]

  /// For each size one query a report that has more techniques than that, the reports in order.
  ///
  /// Which techniques are shown is decided by a hash of technique and report, and so by nothing
  /// that could be tuned.
  package static func bySize(
    _ training: TrainingSet, reports: [Int], sizes: [Int] = sizes
  ) -> [[HeldOutQuery]] {
    // The id comes first: with the key first the hash barely mixes the last bytes.
    let starts = training.ids.map { FNV1a.hash("\($0)|".utf8) }
    let orders = reports.map { report in
      shuffled(training.rows[report], starts, key: training.keys[report])
    }
    return sizes.map { size in
      zip(reports, orders).filter { $1.count > size }.map { report, order in
        HeldOutQuery(
          report: report, evidence: order[..<size].sorted(),
          hidden: order[size...].sorted())
      }
    }
  }

  /// By their hashes, which begin with those of their ids.
  private static func shuffled(
    _ columns: [Int], _ starts: [UInt64], key: String
  ) -> [Index<Technique>] {
    columns.map { (hash: FNV1a.hash(key.utf8, after: starts[$0]), technique: Index($0)) }
      .sorted { ($0.hash, $0.technique) < ($1.hash, $1.technique) }
      .map(\.technique)
  }
}
