import Attack
import Corpora
import Testing

@Suite(.enabled(if: RealReleases.areHere))
struct RealCorpusTests {
  @Test(arguments: [
    (["enterprise-attack-18.1"], 1762, 691, 599, 39_964, 15, "26fe361a0fe2149e"),
    (["enterprise-attack-17.1"], 1649, 679, 574, 37_058, 15, "1fe726f882d856d1"),
    (["enterprise-attack-2.0"], 345, 219, 171, 4_669, 10, "8fefbbd2789e00c5"),
    (["ics-attack-18.1"], 85, 83, 80, 844, 0, "f3f146c5c17c5a63"),
    (["mobile-attack-17.1"], 160, 121, 108, 2_223, 2, "e8f9031866b9c027"),
    (
      ["enterprise-attack-18.1", "ics-attack-18.1", "mobile-attack-17.1"],
      1974, 895, 787, 45_557, 17, "2bf20fe694bfb27e"
    ),
  ])
  func `a real release gives its figures`(
    names: [String], reports: Int, live: Int, cited: Int, pairs: Int, uncited: Int, keys: String
  ) throws {
    let knowledge = Knowledge(try names.map(RealReleases.bundle))
    let corpus = Corpus(knowledge)
    #expect(corpus.reports.count == reports)
    #expect(knowledge.techniques.count == live)
    let totals = knowledge.techniques.indices.map { corpus.citations.total(ofColumn: $0) }
    #expect(totals.count { $0 > 0 } == cited)
    var together = 0
    for a in totals.indices {
      for b in 0..<a where corpus.citations.together(a, b) > 0 { together += 1 }
    }
    #expect(together == pairs)
    #expect(knowledge.notices.count { $0.kind == .uncitedUse } == uncited)
    let text = corpus.reports.map(\.key.text).joined(separator: "\n")
    #expect(FNV1a.hexadecimal(text.utf8) == keys)
  }
}
