import Attack
import Corpora
import Measures
import Testing
import TestSupport

struct ClusterNeighbourTests {
  /// A habit of 0-3, which 9 keeps nearly half of the time; 4 to 8 come and go; 10 is rare.
  private static let matrix: BitMatrix = {
    var random = SplitMix64(seed: 11)
    let rows = (0..<240).map { row in
      let habit = row.isMultiple(of: 3) ? Array(0...3) : []
      let kept = habit.filter { _ in random.index(below: 10) < 8 }
      let near = random.index(below: 20) < (habit.isEmpty ? 1 : 9) ? [9] : []
      let common = (4...8).filter { _ in random.index(below: 10) < 2 }
      return kept + near + common + (row % 60 == 0 ? [10] : [])
    }
    return BitMatrix(rows: rows, columnCount: 11)
  }()

  @Test func `the nearest are by their mean distance from all members, counted by hand`()
    async throws
  {
    let associations = await Associations(
      Self.matrix, ids: IndexedList((10...20).map { "T10\($0)" }))
    let expected = associations.expected
    let cluster = try #require(
      TechniqueClusters(associations.ratios).clusters.first { $0.members.contains(0) })
    let others = associations.ids.indices.dropLast().filter { !cluster.members.contains($0) }
    let byHand = others.map { other -> Double in
      let distances = cluster.members.map { member -> Double in
        let together = Double(Self.matrix.together(member.number, other.number))
        return (expected.mean(member, other) + 5) / (together + 5)
      }
      return distances.reduce(0, +) / Double(distances.count)
    }
    let near = cluster.neighbours(associations.ratios, most: .max)
    let above = others.indices.filter { byHand[$0] < 1 }.sorted { byHand[$0] < byHand[$1] }
    #expect(near.map(\.technique) == above.map { others[$0] })
    for neighbour in near {
      let mean = byHand[others.firstIndex(of: neighbour.technique) ?? 0]
      #expect(abs(neighbour.ratio * mean - 1) < 1e-12)
      let nearest = cluster.members.map { associations.distance($0, neighbour.technique) }.min()
      #expect(associations.distance(neighbour.nearest, neighbour.technique) == nearest)
    }
    #expect(!near.isEmpty && !near.contains { $0.technique == 10 })
    #expect(cluster.neighbours(associations.ratios, most: 1) == [near[0]])
  }
}
