import Measures

/// A graph of random edges.
struct RandomGraph {
  let count: Int
  /// Each once, none from a node to itself.
  let edges: [(Int, Int)]

  /// Two to twelve nodes, with circles.
  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = 2 + random.index(below: 11)
    var pairs: Set<[Int]> = []
    for _ in 0..<(count * 2) {
      let pair = [random.index(below: count), random.index(below: count)]
      if pair[0] != pair[1] { pairs.insert(pair) }
    }
    self.count = count
    edges = pairs.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }
  }

  /// Three layers of four; each node but the last four leads to the next below it, and to others.
  init(layersOfFour seed: UInt64) {
    var random = SplitMix64(seed: seed)
    count = 12
    edges = (0..<8).flatMap { from in
      let next = from / 4 * 4 + 4
      return (next..<(next + 4)).filter { $0 == from + 4 || random.index(below: 3) == 0 }
        .map { (from, $0) }
    }
  }

  /// Of three layers of four.
  var fewestCrossings: Int {
    let orders = Self.permutations([0, 1, 2, 3])
    return orders.map { middle in
      [0, 4].reduce(0) { sum, first in
        let own = edges.filter { $0.0 / 4 * 4 == first }.map { ($0.0 % 4, $0.1 % 4) }
        let ends = first == 0 ? own.map { ($0.1, $0.0) } : own
        return sum + (orders.map { Self.crossings(ends, middle, $0) }.min() ?? 0)
      }
    }.min() ?? 0
  }

  private static func crossings(_ ends: [(Int, Int)], _ first: [Int], _ second: [Int]) -> Int {
    ends.indices.reduce(0) { sum, number in
      let (a, b) = ends[number]
      return sum
        + ends[(number + 1)...].count { (first[a] - first[$0.0]) * (second[b] - second[$0.1]) < 0 }
    }
  }

  private static func permutations(_ values: [Int]) -> [[Int]] {
    values.isEmpty
      ? [[]]
      : values.flatMap { value in
        permutations(values.filter { $0 != value }).map { [value] + $0 }
      }
  }
}
