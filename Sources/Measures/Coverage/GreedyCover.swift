/// A small selection of sets that covers the union of all of them.
///
/// The set that adds most is taken next, the first of equals, until nothing is left to add. The
/// result is not always the smallest one, but larger at most by a logarithmic factor.
///
/// Source: V. Chvátal, "A Greedy Heuristic for the Set-Covering Problem", Mathematics of Operations
/// Research 4 (1979).
package enum GreedyCover {
  /// Indices in `sets`, in the order in which they were taken.
  package static func indices(_ sets: [Set<Int>]) -> [Int] {
    var left = sets.reduce(into: Set<Int>()) { $0.formUnion($1) }
    var taken: [Int] = []
    while !left.isEmpty {
      let gains = sets.map { $0.intersection(left).count }
      guard let most = gains.max(), let next = gains.firstIndex(of: most) else { break }
      taken.append(next)
      left.subtract(sets[next])
    }
    return taken
  }
}
