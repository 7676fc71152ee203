import Attack
import Corpora
import Measures
import Testing
import TestSupport

struct AssociationsTests {
  private let ids: IndexedList<Technique, String> = [
    "T1003", "T1003.001", "T1021", "T1047", "T1059", "T1105",
  ]

  /// Forty reports of one technique, and twelve in which T1003 and T1047 are mostly together.
  private var associations: Associations {
    get async {
      let small = Array(repeating: [4], count: 20) + Array(repeating: [5], count: 20)
      let pairs =
        Array(repeating: [0, 1, 3], count: 8) + [[0, 3, 4], [2, 4, 5], [2, 4], [0, 4]]
      return await Associations(BitMatrix(rows: small + pairs, columnCount: 6), ids: ids)
    }
  }

  @Test func `what stands out is above its expectation, never family, highest bound first`()
    async
  {
    let associations = await associations
    let listed = PartnerLists(0, associations).standingOut
    #expect(listed.map { ids[$0.partner] } == ["T1047"])
    #expect(listed.allSatisfy { $0.grade == .firm && $0.together == 9 && $0.base == 10 })
    #expect(PartnerLists(2, associations).standingOut.isEmpty)
  }

  @Test func `seen most often goes by reports, then by lower bound`() async {
    let associations = await associations
    #expect(associations.seenMostOften(with: 0).map { ids[$0.partner] } == ["T1047", "T1059"])
    let sparse = associations.seenMostOften(with: 2).map { ids[$0.partner] }
    #expect(
      sparse == [
        "T1059", "T1105",
      ])
    #expect(associations.seenMostOften(with: 0, most: 1).count == 1)
  }

  @Test func `the family has a line of its own`() async {
    let associations = await associations
    #expect(PartnerLists(0, associations).family.map { ids[$0.partner] } == ["T1003.001"])
    #expect(PartnerLists(3, associations).family.isEmpty)
    #expect(associations.isFamily(0, 1) && !associations.isFamily(0, 2))
  }

  @Test func `shares are those of the technique's own reports`() async {
    let associations = await associations
    let there = associations[0, 4]
    let back = associations[4, 0]
    #expect(there.share == 0.2 && back.share == 2.0 / 24)
    #expect(there.expected == back.expected && there.pValue == back.pValue)
    #expect(there.expectedShare == there.expected / 10)
    #expect(abs(associations.distance(0, 4) * there.ratio.ratio - 1) < 1e-15)
    #expect(there.interval == WilsonInterval(2, of: 10))
  }

  @Test(arguments: [[], [[]], [[0]], [[0, 1], [0, 1]], [[0, 1, 2], [1]]] as [[[Int]]])
  func `the smallest corpora have numbers, and nothing stands out`(rows: [[Int]]) async {
    let associations = await Associations(
      BitMatrix(rows: rows, columnCount: 3), ids: ["T1", "T2", "T3"])
    for a in associations.ids.indices {
      #expect(PartnerLists(a, associations).standingOut.isEmpty)
      for b in associations.ids.indices where b != a {
        let one = associations[a, b]
        #expect(one.expected.isFinite && one.ratio.lower.isFinite && one.share.isFinite)
        #expect((0...1).contains(one.pValue) && (0...1).contains(one.qValue))
      }
    }
  }
}
