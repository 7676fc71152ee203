import Attack
import Corpora
import Measures
import TestSupport
import Testing

struct BasisFindingsTests {
  /// So many groups of two techniques, of which the first third has both.
  private func findings(groups: Int, tools: Int = 0) async -> BasisFindings {
    let ends: [StixObject] =
      [.make("T1001"), .make("T1002"), .make("T1003")]
      + (0..<groups).map { .make("G\(1000 + $0)") } + (0..<tools).map { .make("S\(1000 + $0)") }
    let own: [StixObject] = (0..<groups).flatMap { group -> [StixObject] in
      let name = "G\(1000 + group)"
      return group * 3 < groups
        ? [.make(name, "uses", "T1001"), .make(name, "uses", "T1002")]
        : [.make(name, "uses", group.isMultiple(of: 2) ? "T1001" : "T1003")]
    }
    let shared: [StixObject] = (0..<tools).flatMap { tool -> [StixObject] in
      let name = "S\(1000 + tool)"
      return [
        .make("G1000", "uses", name), .make(name, "uses", "T1001"), .make(name, "uses", "T1003"),
      ]
    }
    let knowledge = Knowledge.make(ends + own + shared)
    return await BasisFindings(
      Basis(tools > 0 ? .groupWithSoftware : .group, knowledge),
      ids: knowledge.techniqueIDs)
  }

  @Test func `a hundred rows say what stands out, ninety-nine do not`() async {
    let (many, few) = (await findings(groups: 100), await findings(groups: 99))
    #expect(many.canStandOut && !few.canStandOut)
    #expect(many.seenMostOften[0].map(\.grade) == [.possible])
    #expect(few.seenMostOften[0].map(\.grade) == [nil])
    #expect(few.seenMostOften[0].map(\.pair.together) == [33])
  }

  @Test func `shares are of the rows that have the technique`() async {
    let pair = await findings(groups: 100).partner(1, of: 0).pair
    #expect(pair.together == 34 && pair.base == 34 + 33 && pair.share == 34.0 / 67)
  }

  @Test func `with software each pair tells how many pieces of it list both`() async {
    let findings = await findings(groups: 6, tools: 3)
    #expect(findings.partner(2, of: 0).software == 3)
    #expect(findings.partner(1, of: 0).software == 0)
    #expect(await self.findings(groups: 6).partner(1, of: 0).software == nil)
  }
}
