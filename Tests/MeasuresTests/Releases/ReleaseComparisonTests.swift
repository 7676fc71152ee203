import Attack
import Corpora
import Measures
import Testing
import TestSupport

struct ReleaseComparisonTests {
  private static let ids: IndexedList<Technique, String> = [
    "T1003", "T1021", "T1047", "T1059", "T1105",
  ]

  /// Reports of one technique, then some of T1003 with T1047 as often as given.
  private func release(
    _ together: Int, _ ids: IndexedList<Technique, String> = ids
  ) async -> Associations {
    let rows =
      Array(repeating: [3], count: 20) + Array(repeating: [4], count: 20)
      + Array(repeating: [0, 2], count: together) + [[0, 3], [2, 3], [3, 4]]
    return await Associations(BitMatrix(rows: rows, columnCount: ids.count), ids: ids)
  }

  private func words(_ moves: [ReleaseComparison.Move]) -> [String] {
    moves.map { "\(Self.ids[$0.technique]) \(Self.ids[$0.now.partner])" }
  }

  @Test func `a pair that becomes firm, and the other way round one that is no longer`() async {
    let (few, many) = (await release(1), await release(12))
    let there = ReleaseComparison(few, many)
    #expect(words(there.newlyFirm) == ["T1003 T1047"])
    #expect(there.newlyFirm.first?.before == few[0, 2] && there.newlyFirm.first?.now == many[0, 2])
    #expect(there.noLongerFirm.isEmpty && there.stillFirm == 0)
    let back = ReleaseComparison(many, few)
    #expect(words(back.noLongerFirm) == ["T1003 T1047"] && back.newlyFirm.isEmpty)
    #expect(ReleaseComparison(many, many).stillFirm == 1)
  }

  @Test func `a technique that is new has no before, and one that is gone is left out`() async {
    let other: IndexedList<Technique, String> = [
      "T1003", "T1021", "T1048", "T1059", "T1105",
    ]
    let comparison = ReleaseComparison(await release(12, other), await release(12))
    #expect(words(comparison.newlyFirm) == ["T1003 T1047"])
    #expect(comparison.newlyFirm.allSatisfy { $0.before == nil })
    #expect(comparison.noLongerFirm.isEmpty)
  }

  @Test func `who comes into a ten is told with both places`() async throws {
    let ids = IndexedList<Technique, String>((10...22).map { "T10\($0)" })
    let shared = (1...12).flatMap { partner in
      Array(repeating: [0, partner], count: 14 - partner)
    }
    let before = await Associations(BitMatrix(rows: shared, columnCount: 13), ids: ids)
    let more = shared + Array(repeating: [0, 11], count: 6)
    let now = await Associations(BitMatrix(rows: more, columnCount: 13), ids: ids)
    let comparison = ReleaseComparison(before, now)
    #expect(comparison.tens == 1 && comparison.unmoved == 0)
    let newcomer = try #require(comparison.newcomers.first)
    #expect(comparison.newcomers.count == 1)
    #expect(newcomer.technique == 0 && ids[newcomer.now.partner] == "T1021")
    #expect(newcomer.rankBefore == 11 && newcomer.rank == 6)
    #expect(newcomer.before.together == 3 && newcomer.now.together == 9)
    #expect(ReleaseComparison(before, before).unmoved == 1)
  }

  @Test func `no list of ten of fewer than twenty reports is compared, before or now`() async {
    let ids = IndexedList<Technique, String>((10...22).map { "T10\($0)" })
    func release(_ count: Int) async -> Associations {
      let rows = Array(repeating: [0, 1], count: count - 5) + Array(repeating: [0, 2], count: 5)
      return await Associations(BitMatrix(rows: rows, columnCount: 13), ids: ids)
    }
    let (few, many) = (await release(19), await release(20))
    #expect(ReleaseComparison(few, many).tens == 0)
    #expect(ReleaseComparison(many, few).tens == 0)
    #expect(ReleaseComparison(many, many).tens == 1)
  }

  /// The figures were found independently, from the same two releases.
  @Test(.enabled(if: RealRelease.areHere))
  func `from Enterprise 17.1 to 18.1, 191 pairs newly stand out and 37 no longer do`() async throws
  {
    let (old, new) = (
      try RealRelease.named("enterprise-attack-17.1"),
      try RealRelease.named("enterprise-attack-18.1")
    )
    let comparison = ReleaseComparison(
      await Associations(old.matrix, ids: old.ids), await Associations(new.matrix, ids: new.ids))
    #expect(comparison.newlyFirm.count == 191 && comparison.noLongerFirm.count == 37)
    #expect(comparison.newlyFirm.count { $0.before == nil } == 34)
    #expect(comparison.stillFirm == 928 - 191 - 37)
    #expect(comparison.tens == 182 && comparison.unmoved == 21)
    let first = try #require(comparison.newcomers.first)
    #expect(new.ids[first.technique] == "T1219" && new.ids[first.now.partner] == "T1657")
    #expect(first.rankBefore == 23 && first.rank == 10)
  }
}
