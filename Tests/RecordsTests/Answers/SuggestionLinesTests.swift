import TestSupport
import Testing

@testable import Records

struct SuggestionLinesTests {
  @Test func `a line has what the table has, and each report once`() async throws {
    let wiki = try await ClusteredWiki(ClusteredWiki.habits)
    let lines = try #require(wiki.lines("data/techniques.jsonl"))
    let first = try #require(lines.first)
    #expect(first.hasPrefix(#"{"technique":"T1001","name":"#))
    #expect(first.contains(#""reports":15,"suggestions":[{"technique":"T100"#))
    #expect(first.contains(#""newest":[0,1,2]}"#))
    let rows = try #require(wiki.lines("data/suggestions.csv")).filter {
      $0.hasPrefix("T1001,") && $0.hasSuffix(",false")
    }
    #expect(first.ranges(of: #""together":"#).count == rows.count)
    #expect(first.ranges(of: #""title":"#).count == 3)
  }

  @Test func `a technique without partners has a line too`() async throws {
    let wiki = try await ClusteredWiki(ClusteredWiki.habits)
    let lines = try #require(wiki.lines("data/techniques.jsonl"))
    let alone = try #require(lines.first { $0.contains(#""technique":"T1013""#) })
    #expect(alone.hasSuffix(#""reports":20,"suggestions":[],"newest":[],"look_in":[]}"#))
  }
}
