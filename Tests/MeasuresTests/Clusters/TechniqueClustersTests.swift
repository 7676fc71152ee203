import Corpora
import Measures
import Testing
import TestSupport

struct TechniqueClustersTests {
  /// Reports of two habits and of none: 0-3 go together, 5-7 go together, 4 and 8 go with all.
  private static let planted: BitMatrix = {
    var random = SplitMix64(seed: 7)
    let rows = (0..<300).map { row in
      let habit = [Array(0...3), Array(5...7), []][row % 3]
      let likely = habit.filter { _ in random.index(below: 10) < 8 }
      let common = [4, 8].filter { _ in random.index(below: 10) < 4 }
      let noise = (0..<10).filter { _ in random.index(below: 20) == 0 }
      return Array(Set(likely + common + noise))
    }
    return BitMatrix(rows: rows, columnCount: 11)
  }()

  private func found(_ matrix: BitMatrix) async -> [TechniqueCluster] {
    await TechniqueClusters(resampling: matrix, PairRatios(matrix)).clusters
  }

  @Test func `planted habits are found, the larger first, and are stable`() async {
    let clusters = await found(Self.planted)
    #expect(clusters.map(\.members) == [[0, 1, 2, 3], [5, 6, 7]])
    #expect(clusters.map(\.hasPage) == [true, false])
    #expect(clusters.allSatisfy { $0.pooledRatio > 1.4 })
    for cluster in clusters {
      let stability = cluster.stability ?? -1
      #expect((0.9...1).contains(stability) && Stability(stability) == .stable)
    }
  }

  @Test func `a second run gives the same bits`() async {
    let first = await found(Self.planted)
    #expect(await found(Self.planted) == first)
  }

  @Test func `pooled ratio, name and title are those of the pairs inside`() async throws {
    let ratios = PairRatios(Self.planted)
    let (counts, expected) = (ratios.counts, ratios.expected)
    let cluster = try #require(TechniqueClusters(ratios).clusters.first)
    #expect(cluster.stability == nil && cluster.pairs.count == 6)
    let seen = cluster.pairs.reduce(0) { $0 + counts.together($1.0, $1.1) }
    let mean = cluster.pairs.reduce(0) { $0 + expected.mean($1.0, $1.1) }
    #expect(abs(cluster.pooledRatio - Double(seen) / mean) < 1e-12)
    #expect(cluster.members.allSatisfy { counts.total($0) <= counts.total(cluster.namesake) })
    let excess = cluster.members.map { member in
      cluster.members.filter { $0 != member }.reduce(0) {
        $0 + Double(counts.together(member, $1)) - expected.mean(member, $1)
      }
    }
    let lowest = cluster.members[excess.firstIndex(of: excess.min() ?? 0) ?? 0]
    #expect(cluster.title.count == 3 && !cluster.title.contains(lowest))
  }

  @Test func `nine reports make no member`() async {
    let rows = Array(repeating: [0, 1, 2], count: 9) + Array(repeating: [3], count: 60)
    #expect(await found(BitMatrix(rows: rows, columnCount: 4)).isEmpty)
    let ten = Array(repeating: [0, 1, 2], count: 10) + Array(repeating: [3], count: 60)
    let clusters = await found(BitMatrix(rows: ten, columnCount: 4))
    #expect(clusters.map(\.members) == [[0, 1, 2]])
    // All else equal, the smaller column names it.
    #expect(clusters.map(\.namesake) == [0] && clusters.map(\.title) == [[0, 1, 2]])
  }

  @Test(arguments: [[], [[]], [[0, 1, 2]]] as [[[Int]]])
  func `the smallest corpora have none`(rows: [[Int]]) async {
    #expect(await found(BitMatrix(rows: rows, columnCount: 3)).isEmpty)
  }

  @Test func `the words begin at two and three fifths`() {
    let words = [0.6, 0.59, 0.4, 0.39].map { Stability($0) }
    #expect(words == [.stable, .loose, .loose, .fragile])
  }
}
