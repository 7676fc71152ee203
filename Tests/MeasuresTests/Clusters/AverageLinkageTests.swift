import Measures
import Testing

struct AverageLinkageTests {
  /// The five 5S ribosomal RNA sequences that textbooks use.
  private let bacteria: [[Double]] = [
    [0, 17, 21, 31, 23], [17, 0, 30, 34, 21], [21, 30, 0, 28, 39], [31, 34, 28, 0, 43],
    [23, 21, 39, 43, 0],
  ]

  @Test func `the textbook's tree comes out`() {
    let tree = AverageLinkage(SymmetricMatrix(count: 5) { bacteria[$0][$1] })
    #expect(
      tree.merges == [
        .init(first: 0, second: 1, distance: 17), .init(first: 0, second: 4, distance: 22),
        .init(first: 2, second: 3, distance: 28), .init(first: 0, second: 2, distance: 33),
      ])
    #expect(tree.clusters == [[0, 1, 2, 3, 4]])
  }

  @Test func `a cut leaves what is further apart`() {
    let cut = AverageLinkage(SymmetricMatrix(count: 5) { bacteria[$0][$1] }, cut: 28)
    #expect(cut.clusters == [[0, 1, 4], [2, 3]])
  }

  @Test(arguments: [0, 1]) func `nothing and one item have no merges`(count: Int) {
    let tree = AverageLinkage(SymmetricMatrix(repeating: 0, count: count))
    #expect(tree.merges.isEmpty && tree.clusters.count == count)
  }

  @Test(arguments: 0..<40)
  func `it is the clustering by all means, the first of equals taken`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let distances = SymmetricMatrix.random(2 + seed % 9, steps: 1 << 20, using: &random)
    let tree = AverageLinkage(distances)
    for (merge, twin) in zip(tree.merges, Self.byAllMeans(distances)) {
      #expect((merge.first, merge.second) == (twin.first, twin.second))
      #expect(abs(merge.distance - twin.distance) < 1e-12)
    }
    #expect(tree.merges.count == distances.count - 1)
  }

  @Test func `equal distances go to the first places`() {
    let tree = AverageLinkage(SymmetricMatrix(count: 4) { $0 == $1 ? 0 : 1 })
    #expect(tree.merges.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [0, 3]])
    let pairs = AverageLinkage(SymmetricMatrix(count: 4) { $1 - $0 == 1 ? 1 : 3 })
    #expect(pairs.merges.map { [$0.first, $0.second] } == [[0, 1], [2, 3], [0, 2]])
  }

  /// Every mean anew from the members.
  private static func byAllMeans(_ distances: SymmetricMatrix<Double>) -> [AverageLinkage.Merge] {
    var clusters = (0..<distances.count).map { [$0] }
    var merges: [AverageLinkage.Merge] = []
    while clusters.count > 1 {
      var best: AverageLinkage.Merge?
      for (index, left) in clusters.enumerated() {
        for right in clusters[(index + 1)...] {
          let sum = left.reduce(0) { sum, a in right.reduce(sum) { $0 + distances[a, $1] } }
          let mean = sum / Double(left.count * right.count)
          if best.map({ mean < $0.distance }) ?? true {
            best = .init(first: left[0], second: right[0], distance: mean)
          }
        }
      }
      guard let best else { break }
      merges.append(best)
      let joined = clusters.first { $0[0] == best.second } ?? []
      clusters.removeAll { $0[0] == best.second }
      clusters = clusters.map { $0[0] == best.first ? $0 + joined : $0 }
    }
    return merges
  }
}
