/// The few of some sets that together hold all that any of them holds.
///
/// The one that adds most is taken first, of equal ones the first, until nothing is left to add:
/// not always the fewest, but never more than a logarithm's factor above them.
///
/// Source: V. Chvátal, "A Greedy Heuristic for the Set-Covering Problem", Mathematics of Operations
/// Research 4 (1979).
package enum GreedyCover {
  /// Places in `sets`, in the order in which they were taken.
  package static func places(_ sets: [Set<Int>]) -> [Int] {
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
