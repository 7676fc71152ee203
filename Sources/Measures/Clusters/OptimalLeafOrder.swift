/// The order of a dendrogram's leaves in which neighbours are least apart.
///
/// A tree of n leaves can be drawn in 2^(n-1) ways; this is the one whose sum of distances
/// between neighbours is least. Distances are taken as whole billionths, so that sums are exact.
/// Of equal sums the one whose joining leaves come first is taken, and of two mirror images the
/// one that begins with the smaller leaf.
///
/// Source: Z. Bar-Joseph, D. K. Gifford, T. S. Jaakkola, "Fast optimal leaf ordering for
/// hierarchical clustering", Bioinformatics 17 (2001) S22-S29.
package struct OptimalLeafOrder: Sendable {
  /// The items in their order.
  package let leaves: [Int]
  /// The sum of the distances between neighbours, in billionths.
  package let length: Int

  /// Orders the items along their average-linkage tree; ties are decided by the ids.
  package init(_ distances: SymmetricMatrix<Double>, ids: [String]) {
    let sorted = ids.indices.sorted { ids[$0].utf8.lexicographicallyPrecedes(ids[$1].utf8) }
    let ranked = SymmetricMatrix(count: sorted.count) { distances[sorted[$0], sorted[$1]] }
    let order = Self(AverageLinkage(ranked), ranked)
    leaves = order.leaves.map { sorted[$0] }
    length = order.length
  }

  /// Orders the leaves of a full tree; ties are decided by the order of the items.
  package init(_ tree: AverageLinkage, _ distances: SymmetricMatrix<Double>) {
    let whole = SymmetricMatrix(count: distances.count) {
      Int((distances[$0, $1] * Self.unitsPerOne).rounded())
    }
    var search = LeafSearch(whole)
    for merge in tree.merges { search.join(merge.first, merge.second) }
    (leaves, length) = search.best
  }

  private static let unitsPerOne = 1e9
}

/// For every two leaves the least length of their smallest common subtree, drawn from the one to
/// the other.
private struct LeafSearch {
  /// A subtree: its leaves, ascending, and the two it was joined from.
  private struct Subtree {
    let leaves: [Int]
    let parts: [Int]
  }

  private let distances: SymmetricMatrix<Int>
  private var lengths: SymmetricMatrix<Int>
  private var subtrees: [Subtree]
  /// The subtree at each index.
  private var current: [Int]

  init(_ distances: SymmetricMatrix<Int>) {
    self.distances = distances
    lengths = SymmetricMatrix(repeating: 0, count: distances.count)
    subtrees = (0..<distances.count).map { Subtree(leaves: [$0], parts: []) }
    current = Array(0..<distances.count)
  }

  mutating func join(_ first: Int, _ second: Int) {
    let left = current[first]
    let right = current[second]
    let ends = subtrees[right].leaves.map { ($0, leaves(of: right, facing: $0)) }
    var reach = Array(repeating: 0, count: distances.count)
    for start in subtrees[left].leaves {
      let exits = leaves(of: left, facing: start)
      for entry in subtrees[right].leaves {
        reach[entry] = exits.reduce(.max) {
          min($0, lengths[start, $1] + distances[$1, entry])
        }
      }
      for (end, entries) in ends {
        lengths[start, end] = entries.reduce(.max) { min($0, reach[$1] + lengths[$1, end]) }
      }
    }
    let all = (subtrees[left].leaves + subtrees[right].leaves).sorted()
    current[first] = subtrees.count
    subtrees.append(Subtree(leaves: all, parts: [left, right]))
  }

  /// The leaves that can be at the other end of a subtree that begins with `leaf`.
  private func leaves(of subtree: Int, facing leaf: Int) -> [Int] {
    guard let other = part(of: subtree, without: leaf) else { return [leaf] }
    return subtrees[other].leaves
  }

  private func part(of subtree: Int, without leaf: Int) -> Int? {
    subtrees[subtree].parts.first { !subtrees[$0].leaves.contains(leaf) }
  }
}

extension LeafSearch {
  /// The best drawing of the last subtree joined.
  var best: (leaves: [Int], length: Int) {
    guard let root = subtrees.indices.last else { return ([], 0) }
    guard let left = subtrees[root].parts.first, let right = subtrees[root].parts.last else {
      return (subtrees[root].leaves, 0)
    }
    var best: (start: Int, end: Int, length: Int)?
    for a in subtrees[left].leaves {
      for b in subtrees[right].leaves {
        let candidate = (min(a, b), max(a, b), lengths[a, b])
        let isBetter = best.map {
          (candidate.2, candidate.0, candidate.1) < ($0.length, $0.start, $0.end)
        }
        if isBetter ?? true { best = candidate }
      }
    }
    return best.map { (drawing(of: root, from: $0.start, to: $0.end), $0.length) } ?? ([], 0)
  }

  /// The leaves of a subtree in their best order between two ends.
  private func drawing(of subtree: Int, from start: Int, to end: Int) -> [Int] {
    guard let left = part(of: subtree, without: end), let right = part(of: subtree, without: start)
    else { return [start] }
    let entries = leaves(of: right, facing: end)
    for exit in leaves(of: left, facing: start) {
      for entry in entries
      where lengths[start, exit] + distances[exit, entry] + lengths[entry, end]
        == lengths[start, end]
      {
        return drawing(of: left, from: start, to: exit)
          + drawing(of: right, from: entry, to: end)
      }
    }
    return []
  }
}
