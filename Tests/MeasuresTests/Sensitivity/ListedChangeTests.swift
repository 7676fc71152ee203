import Attack
import Corpora
import Measures
import Testing

struct ListedChangeTests {
  private let ids = IndexedList<Technique, String>((0..<8).map { "T\(1000 + $0)" })

  /// Two habits in so many reports, drawn from a seed.
  private func associations(_ seed: UInt64, reports: Int) async -> Associations {
    var random = SplitMix64(seed: seed)
    let rows = (0..<reports).map { row in
      (0..<8).filter { random.index(below: 10) < (($0 < 3) == (row % 2 == 0) ? 8 : 1) }
    }
    return await Associations(BitMatrix(rows: rows, columnCount: 8), ids: ids)
  }

  private func pairs(_ seed: UInt64, reports: Int) async -> ListedPairs {
    await ListedPairs(associations(seed, reports: reports).ratios, ids: ids)
  }

  @Test func `the same count changes nothing`() async {
    let pairs = await pairs(1, reports: 80)
    let change = ListedChange(from: pairs, to: pairs)
    #expect(change.firmBefore > 0 && change.firmBefore == change.firmAfter)
    #expect(change.firmGained == 0 && change.firmLost == 0)
    #expect(change.lists == 8 && change.listsChanged == 0 && change.shareReplaced == 0)
  }

  @Test func `firm pairs are counted as one by one`() async {
    let associations = await associations(2, reports: 90)
    let pairs = await ListedPairs(associations.ratios, ids: ids)
    var firm: Set<[Index<Technique>]> = []
    for a in ids.indices {
      for b in ids.indices where a < b && associations[a, b].grade == .firm {
        firm.insert([a, b])
      }
    }
    #expect(Set(pairs.firm.map { [$0.first, $0.second] }) == firm && !firm.isEmpty)
  }

  @Test func `counts alone list what the partners of each technique list`() async {
    let associations = await associations(5, reports: 70)
    let lists = await PartnerLists.all(associations)
    let (tested, counted) = (
      ListedPairs(lists, reportCount: 70), await ListedPairs(associations.ratios, ids: ids)
    )
    #expect(tested.firm == counted.firm && tested.tens == counted.tens && !tested.firm.isEmpty)
    #expect(tested.reportCount == counted.reportCount)
  }

  @Test func `what is gained and lost makes the difference`() async {
    let (before, after) = (
      await pairs(3, reports: 90),
      await pairs(4, reports: 12)
    )
    let change = ListedChange(from: before, to: after)
    #expect(change.reportsBefore == 90 && change.reportsAfter == 12)
    #expect(change.firmAfter - change.firmBefore == change.firmGained - change.firmLost)
    #expect(change.firmLost > 0)
  }

  @Test func `a newcomer in a list of two is half of it`() async {
    let before = BitMatrix(rows: [[0, 1], [0, 1], [0, 2]], columnCount: 4)
    let after = BitMatrix(rows: [[0, 1], [0, 1], [0, 3]], columnCount: 4)
    let change = ListedChange(
      from: await ListedPairs(PairRatios(before), ids: IndexedList(Array(ids.prefix(4)))),
      to: await ListedPairs(PairRatios(after), ids: IndexedList(Array(ids.prefix(4)))))
    // T1000: 1 and 2, then 1 and 3. T1001: 0 both times. T1002 and T1003 have but one list each.
    #expect(change.lists == 2 && change.listsChanged == 1 && change.shareReplaced == 1.0 / 3)
  }
}
