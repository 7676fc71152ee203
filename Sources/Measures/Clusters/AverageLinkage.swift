/// Hierarchical clustering by average linkage (UPGMA).
///
/// Repeatedly, the two clusters of least mean distance are merged. A cluster's index is that of
/// its first member; on equal distances the smallest first index is taken, then the smallest
/// second, so that the order of the items decides, and nothing else.
///
/// Source: R. R. Sokal and C. D. Michener, "A Statistical Method for Evaluating Systematic
/// Relationships", University of Kansas Science Bulletin 38 (1958) 1409-1438.
package struct AverageLinkage: Sendable {
  /// Two clusters become one; a cluster is identified by its index.
  package struct Merge: Equatable, Sendable {
    package let first: Int
    package let second: Int
    /// The mean distance of a member of the one from a member of the other.
    package let distance: Double

    package init(first: Int, second: Int, distance: Double) {
      self.first = first
      self.second = second
      self.distance = distance
    }
  }

  /// How many items there are.
  package let count: Int
  /// In the order in which they came about.
  package let merges: [Merge]

  /// - Parameters:
  ///   - distances: between all items, in the order that decides ties.
  ///   - cut: clusters further apart than this stay apart.
  package init(_ distances: SymmetricMatrix<Double>, cut: Double = .infinity) {
    var neighbours = NearestNeighbours(distances)
    var merges: [Merge] = []
    while let merge = neighbours.nearest, merge.distance <= cut {
      merges.append(merge)
      neighbours.join(merge.first, merge.second)
    }
    count = distances.count
    self.merges = merges
  }

  /// The clusters after the merges, each with its items ascending, in the order of their indices.
  package var clusters: [[Int]] {
    var members = (0..<count).map { [$0] }
    for merge in merges {
      members[merge.first] += members[merge.second]
      members[merge.second] = []
    }
    return members.filter { !$0.isEmpty }.map { $0.sorted() }
  }
}

/// The current clusters, each with the nearest of those behind it.
private struct NearestNeighbours {
  private var distances: SymmetricMatrix<Double>
  private var sizes: [Double]
  /// The indices that are still in use, ascending.
  private var indices: [Int]
  /// By index; -1 if there is no cluster behind.
  private var nearestBehind: [Int]

  init(_ distances: SymmetricMatrix<Double>) {
    self.distances = distances
    sizes = Array(repeating: 1, count: distances.count)
    indices = Array(0..<distances.count)
    nearestBehind = Array(repeating: -1, count: distances.count)
    for index in indices { search(behind: index) }
  }

  /// The two clusters to join next; `nil` when one is left.
  var nearest: AverageLinkage.Merge? {
    var best: AverageLinkage.Merge?
    for index in indices where nearestBehind[index] >= 0 {
      let distance = distances[index, nearestBehind[index]]
      if best.map({ distance < $0.distance }) ?? true {
        best = .init(first: index, second: nearestBehind[index], distance: distance)
      }
    }
    return best
  }

  mutating func join(_ first: Int, _ second: Int) {
    indices.removeAll { $0 == second }
    for index in indices where index != first {
      distances[index, first] =
        (sizes[first] * distances[index, first] + sizes[second] * distances[index, second])
        / (sizes[first] + sizes[second])
    }
    sizes[first] += sizes[second]
    for index in indices where index < second { refresh(index, first, second) }
  }

  /// Keeps the neighbour of `index` right after `second` went into `first`.
  private mutating func refresh(_ index: Int, _ first: Int, _ second: Int) {
    let neighbour = nearestBehind[index]
    if index == first || neighbour == first || neighbour == second {
      search(behind: index)
    } else if index < first {
      let new = distances[index, first]
      let old = distances[index, neighbour]
      if new < old || (new == old && first < neighbour) { nearestBehind[index] = first }
    }
  }

  private mutating func search(behind index: Int) {
    var best = -1
    for other in indices where other > index {
      if best < 0 || distances[index, other] < distances[index, best] { best = other }
    }
    nearestBehind[index] = best
  }
}
