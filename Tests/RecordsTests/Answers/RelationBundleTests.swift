import TestSupport
import Testing

@testable import Records

struct RelationBundleTests {
  @Test(arguments: [(1, 50), (1.5, 60), (2, 67), (4, 80), (99, 99)])
  func `the confidence is L of L and one, of a hundred`(lower: Double, confidence: Int) {
    #expect(RelationBundle.confidence(lower: lower) == confidence)
  }

  @Test func `every firm pair is a relationship between the objects of the bundle`() async throws {
    let wiki = try await ClusteredWiki(ClusteredWiki.habits)
    let lines = try #require(wiki.lines("data/relations.stix.json"))
    let text = try #require(lines.first)
    let pairs = try #require(wiki.lines("data/cooccurrence.csv")).filter {
      $0.hasSuffix(",firm,false,0")
    }
    #expect(!pairs.isEmpty)
    #expect(text.ranges(of: #""type":"relationship""#).count == pairs.count)
    #expect(text.contains(#""source_ref":"attack-pattern--T1001","target_ref":"attack-pattern--T"#))
    #expect(
      try await ClusteredWiki(ClusteredWiki.habits).lines("data/relations.stix.json") == lines)
  }
}
