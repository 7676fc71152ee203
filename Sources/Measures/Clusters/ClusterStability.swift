import Attack
import Corpora
import Text

/// How far clusters survive a fresh sample of the reports.
///
/// A hundred times, as many reports as there are are drawn with replacement and clustered; a
/// cluster's stability is the mean over the resamples of the largest Jaccard index with any
/// resampled cluster of two or more.
///
/// Source: C. Hennig, "Cluster-wise assessment of cluster stability", Computational Statistics &
/// Data Analysis 52 (2007) 258-271.
struct ClusterStability: Sendable {
  /// In the order of the clusters, 0...1.
  let values: [Double]

  /// - Parameters:
  ///   - clusters: each ascending.
  ///   - matrix: the reports, in the order of their keys.
  init(of clusters: [[Index<Technique>]], in matrix: BitMatrix) async {
    let rows = matrix.columnsByRow
    let draws = clusters.isEmpty ? [] : Self.draws(from: rows.count)
    let likeness = await concurrentMap(draws.count) { resample in
      let parts = Self.parts(of: rows, draws[resample], columnCount: matrix.columnCount)
      return clusters.map { cluster in
        parts.reduce(0.0) { max($0, Self.jaccard(cluster, $1)) }
      }
    }
    values = clusters.indices.map { cluster in
      likeness.reduce(0) { $0 + $1[cluster] } / Double(Self.resamples)
    }
  }

  /// How often each row is drawn, for each resample: one stream of numbers for all.
  private static func draws(from count: Int) -> [[Int]] {
    var random = SplitMix64(seed: seed)
    return (0..<resamples).map { _ in
      var times = Array(repeating: 0, count: count)
      for _ in 0..<count { times[random.index(below: count)] += 1 }
      return times
    }
  }

  private static func parts(
    of rows: [[Int]], _ times: [Int], columnCount: Int
  ) -> [[Index<Technique>]] {
    let drawn = rows.indices.filter { times[$0] > 0 }
    let weights = drawn.map { times[$0] }
    let ratios = PairRatios(
      rows: drawn.map { rows[$0] }, columnCount: columnCount, weights: weights)
    return ClusterPartition(ratios).parts.filter { $0.count >= 2 }
  }

  /// The common members over all members; both ascending.
  static func jaccard(_ a: [Index<Technique>], _ b: [Index<Technique>]) -> Double {
    var (inA, inB, common) = (0, 0, 0)
    while inA < a.count, inB < b.count {
      let (left, right) = (a[inA], b[inB])
      if left == right { common += 1 }
      if left <= right { inA += 1 }
      if right <= left { inB += 1 }
    }
    return Double(common) / Double(a.count + b.count - common)
  }

  private static let resamples = 100
  private static let seed: UInt64 = 2018
}
