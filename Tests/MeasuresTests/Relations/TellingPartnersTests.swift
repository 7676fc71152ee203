import Attack
import Corpora
import Measures
import Testing
import TestSupport

struct TellingPartnersTests {
  /// Twenty techniques, some of one family, on which reports of random sizes differ in length.
  private static func associations(seed: UInt64) async -> Associations {
    var random = SplitMix64(seed: seed)
    let ids = (0..<20).map { $0 % 4 == 1 ? "T10\(10 + $0 - 1).001" : "T10\(10 + $0)" }
    let rows = (0..<60).map { report in
      (0..<20).filter { Double.random(in: 0..<1, using: &random) < 9 / Double(9 + 3 * $0 + report) }
    }
    return await Associations(BitMatrix(rows: rows, columnCount: 20), ids: IndexedList(ids))
  }

  /// The same list, as the method page words it: step by step and without sorting by keys.
  private static func bruteForce(
    _ technique: Index<Technique>, _ associations: Associations
  ) -> (leading: [Index<Technique>], common: [Index<Technique>]) {
    let totals = associations.counts.totals
    let most = totals.indices.filter { own in
      totals[own] > 0
        && totals.indices.count { other in
          totals[other] > totals[own] || (totals[other] == totals[own] && other < own)
        } < 15
    }
    var left = totals.indices.filter {
      $0 != technique && associations.counts.together(technique, $0) > 0
        && associations.ids[$0].prefix(5) != associations.ids[technique].prefix(5)
    }
    let counts = associations.counts, expected = associations.expected
    func together(_ other: Index<Technique>) -> Double { Double(counts.together(technique, other)) }
    func times(_ other: Index<Technique>) -> Double {
      (together(other) + 5) / (expected.mean(technique, other) + 5)
    }
    func score(_ other: Index<Technique>) -> Double {
      let score = together(other) / Double(totals[technique]) * times(other)
      return (score * 1e12).rounded() / 1e12
    }
    func takeBest(_ candidates: [Index<Technique>]) -> Index<Technique>? {
      var best: Index<Technique>?
      for other in candidates where best.map({ score(other) > score($0) }) ?? true { best = other }
      left.removeAll { $0 == best }
      return best
    }
    var common: [Index<Technique>] = []
    while let next = takeBest(
      left.filter { most.contains($0) && together($0) >= 3 && times($0) < 1.1 })
    { common.append(next) }
    var leading: [Index<Technique>] = []
    while leading.count < 10,
      let next = takeBest(left.filter { together($0) >= 3 }) ?? takeBest(left)
    {
      leading.append(next)
    }
    return (leading, common)
  }

  @Test(arguments: 1...8)
  func `the lists are those of a plain calculation`(seed: UInt64) async {
    let associations = await Self.associations(seed: seed)
    for technique in associations.ids.indices {
      let found = PartnerLists(technique, associations).telling
      let expected = Self.bruteForce(technique, associations)
      #expect(found.leading.map(\.partner) == expected.leading)
      #expect(found.common.map(\.partner) == expected.common)
    }
  }

  @Test func `equal scores go by id, and the smallest corpora have lists`() async {
    let twins = await Associations(
      BitMatrix(rows: [[0, 1, 2], [0, 1, 2]], columnCount: 3), ids: ["T1001", "T1002", "T1003"])
    #expect(PartnerLists(1, twins).telling.leading.map(\.partner) == [0, 2])
    #expect(PartnerLists(1, twins).telling.common.isEmpty)
    let none = await Associations(BitMatrix(rows: [], columnCount: 2), ids: ["T1001", "T1002"])
    #expect(none.mostReported.isEmpty && PartnerLists(0, none).telling.leading.isEmpty)
  }

  @Test func `what most reports name stands in no list where it is no more frequent than anywhere`()
    async
  {
    // T1000 is in most reports, fourteen others in many; T1015 and T1016 in a few, and together.
    let pairs = (1..<15).flatMap { Array(repeating: [0, $0], count: 12) }
    let rows = pairs + Array(repeating: [0, 15, 16], count: 8) + [[15], [16]]
    let associations = await Associations(
      BitMatrix(rows: rows, columnCount: 17), ids: IndexedList((0..<17).map { "T\(1000 + $0)" }))
    let lists = PartnerLists(15, associations).telling
    #expect(lists.leading.map(\.partner) == [16])
    #expect(lists.common.map(\.partner) == [0])
    #expect(lists.common.allSatisfy { $0.ratio.ratio < 1.1 && $0.share > 0.8 })
  }
}
