import Measures
import Testing

struct OptimalLeafOrderTests {
  @Test(arguments: 0..<60)
  func `it is the shortest of all drawings of up to eight leaves`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let steps = seed % 3 == 0 ? 3 : 1000
    let distances = SymmetricMatrix.random(2 + seed % 7, steps: steps, using: &random)
    let tree = AverageLinkage(distances)
    let order = OptimalLeafOrder(tree, distances)
    let drawings = Self.drawings(of: tree)
    #expect(drawings.contains(order.leaves))
    #expect(order.length == drawings.map { Self.length($0, distances) }.min())
    #expect(order.length == Self.length(order.leaves, distances))
  }

  @Test func `it begins with the smaller end`() {
    let line = SymmetricMatrix(count: 6) { Double($1 - $0) }
    #expect(OptimalLeafOrder(AverageLinkage(line), line).leaves == [0, 1, 2, 3, 4, 5])
  }

  @Test func `ids decide, not the order in which the items come`() {
    var random = SplitMix64(seed: 5)
    let distances = SymmetricMatrix.random(7, steps: 2, using: &random)
    let ids = ["T1", "T2", "T3", "T4", "T5", "T6", "T7"]
    let order = OptimalLeafOrder(distances, ids: ids)
    let shuffle = [3, 0, 6, 2, 5, 1, 4]
    let shuffled = OptimalLeafOrder(
      SymmetricMatrix(count: 7) { distances[shuffle[$0], shuffle[$1]] },
      ids: shuffle.map { ids[$0] })
    #expect(shuffled.leaves.map { shuffle[$0] } == order.leaves)
  }

  @Test(arguments: [0, 1]) func `nothing and one item are their own order`(count: Int) {
    let order = OptimalLeafOrder(
      SymmetricMatrix(repeating: 0, count: count), ids: Array(repeating: "T1", count: count))
    #expect(order.leaves == Array(0..<count) && order.length == 0)
  }

  /// Every order of the leaves that the tree allows.
  private static func drawings(of tree: AverageLinkage) -> [[Int]] {
    var drawings = (0..<tree.count).map { [[$0]] }
    for merge in tree.merges {
      let (first, second) = (drawings[merge.first], drawings[merge.second])
      drawings[merge.first] = first.flatMap { left in
        second.flatMap { right in [left + right, right + left] }
      }
    }
    return drawings[0]
  }

  private static func length(_ order: [Int], _ distances: SymmetricMatrix<Double>) -> Int {
    zip(order, order.dropFirst()).reduce(0) {
      $0 + Int((distances[$1.0, $1.1] * 1e9).rounded())
    }
  }
}
