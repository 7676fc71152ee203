/// Hierarchical clustering by average linkage (UPGMA).
///
/// Again and again the two clusters of least mean distance become one. A cluster's place is that
/// of its first member; on equal distances the smallest first place is taken, then the smallest
/// second, so that the order of the items decides, and nothing else.
///
/// Source: R. R. Sokal and C. D. Michener, "A Statistical Method for Evaluating Systematic
/// Relationships", University of Kansas Science Bulletin 38 (1958) 1409-1438.
package struct AverageLinkage: Sendable {
  /// Two clusters become one; a cluster is named by its place.
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

  /// The clusters that the merges leave, each with its items rising, in the order of their places.
  package var clusters: [[Int]] {
    var members = (0..<count).map { [$0] }
    for merge in merges {
      members[merge.first] += members[merge.second]
      members[merge.second] = []
    }
    return members.filter { !$0.isEmpty }.map { $0.sorted() }
  }
}

/// The clusters at hand with, for each, the nearest of those behind it.
private struct NearestNeighbours {
  private var distances: SymmetricMatrix<Double>
  private var sizes: [Double]
  /// The places that are still in use, rising.
  private var places: [Int]
  /// By place; -1 where nothing stands behind.
  private var nearestBehind: [Int]

  init(_ distances: SymmetricMatrix<Double>) {
    self.distances = distances
    sizes = Array(repeating: 1, count: distances.count)
    places = Array(0..<distances.count)
    nearestBehind = Array(repeating: -1, count: distances.count)
    for place in places { search(behind: place) }
  }

  /// The two clusters to join next; `nil` when one is left.
  var nearest: AverageLinkage.Merge? {
    var best: AverageLinkage.Merge?
    for place in places where nearestBehind[place] >= 0 {
      let distance = distances[place, nearestBehind[place]]
      if best.map({ distance < $0.distance }) ?? true {
        best = .init(first: place, second: nearestBehind[place], distance: distance)
      }
    }
    return best
  }

  mutating func join(_ first: Int, _ second: Int) {
    places.removeAll { $0 == second }
    for place in places where place != first {
      distances[place, first] =
        (sizes[first] * distances[place, first] + sizes[second] * distances[place, second])
        / (sizes[first] + sizes[second])
    }
    sizes[first] += sizes[second]
    for place in places where place < second { refresh(place, first, second) }
  }

  /// Keeps `place`'s neighbour right after `second` went into `first`.
  private mutating func refresh(_ place: Int, _ first: Int, _ second: Int) {
    let neighbour = nearestBehind[place]
    if place == first || neighbour == first || neighbour == second {
      search(behind: place)
    } else if place < first {
      let new = distances[place, first]
      let old = distances[place, neighbour]
      if new < old || (new == old && first < neighbour) { nearestBehind[place] = first }
    }
  }

  private mutating func search(behind place: Int) {
    var best = -1
    for other in places where other > place {
      if best < 0 || distances[place, other] < distances[place, best] { best = other }
    }
    nearestBehind[place] = best
  }
}
