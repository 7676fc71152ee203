import Attack
import Corpora
import Measures
import Testing
import TestSupport

struct ReplicationTests {
  private static let ids = IndexedList<Technique, String>((0..<10).map { "T\(1000 + $0)" })

  /// Two habits of three techniques each, and four that go with anything.
  private static let planted: BitMatrix = {
    var random = SplitMix64(seed: 21)
    let rows = (0..<240).map { row in
      let habit = [[0, 1, 2], [3, 4, 5], []][row % 3].filter { _ in random.index(below: 10) < 8 }
      return habit + (6..<10).filter { _ in random.index(below: 10) < 4 }
    }
    return BitMatrix(rows: rows, columnCount: 10)
  }()

  @Test func `planted habits come back, and what stands out does so most`() async throws {
    let replication = await Replication(Self.planted, ids: Self.ids, halvings: 5)
    let standingOut = try #require(replication.rates[.standingOut])
    let popularity = try #require(replication.rates[.popularity])
    #expect(standingOut > 0.9 && standingOut > popularity && standingOut <= 1)
    #expect(try #require(replication.gradeRates[.firm]) > 0.9)
  }

  @Test func `reports of one group stay on one side`() async {
    // All reports of a habit in one half: the other half has never seen it.
    let groups = (0..<240).map { $0 % 3 }
    let replication = await Replication(
      Self.planted, ids: Self.ids, groups: groups, halvings: 6)
    #expect((replication.rates[.standingOut] ?? 0) < 0.5)
  }

  @Test func `each rule lists by its own measure`() async {
    let associations = await Associations(
      BitMatrix(
        rows: [[0, 1], [0, 1], [0, 2], [0, 3], [0, 1, 3], [1], [1], [4], [4], [4], [3], [3]],
        columnCount: 5),
      ids: ["T1", "T2", "T3", "T4", "T5"])
    let first = { (rule: ListingRule) in rule.partners(of: 0, in: associations, most: 1) }
    #expect(first(.popularity) == [1] && first(.share) == [1])
    #expect(first(.lift) == [2])
    #expect(ListingRule.popularity.partners(of: 0, in: associations, most: 9) == [1, 3, 4, 2])
    #expect(ListingRule.share.partners(of: 0, in: associations, most: 9) == [1, 3, 2])
    #expect(first(.standingOut).isEmpty)
  }

  @Test(arguments: 0..<12)
  func `a shuffled matrix keeps its margins`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let matrix = BitMatrix.random(seed * 3, 8, share: 0.4, using: &random)
    let shuffled = matrix.shuffled(seed: UInt64(seed))
    #expect(shuffled.columnsByRow.map(\.count) == matrix.columnsByRow.map(\.count))
    #expect(PairCounts(shuffled).totals == PairCounts(matrix).totals)
    #expect(seed < 3 || shuffled != matrix)
    #expect(matrix.shuffled(seed: UInt64(seed)) == shuffled)
  }

  @Test func `shuffling leaves nothing to find`() async {
    let corpora = await ShuffledCorpora(Self.planted, ids: Self.ids, count: 3)
    #expect((corpora.real[.firm] ?? 0) >= 6)
    #expect((corpora.shuffled[.firm] ?? 0) < 2)
  }

  @Test(arguments: [[], [[0, 1]], [[0, 1], [1, 2]]] as [[[Int]]])
  func `the smallest corpora replicate nothing`(rows: [[Int]]) async {
    let matrix = BitMatrix(rows: rows, columnCount: 10)
    #expect(await Replication(matrix, ids: Self.ids, halvings: 2).rates.isEmpty)
    #expect(await ShuffledCorpora(matrix, ids: Self.ids, count: 2).replication == nil)
  }
}
