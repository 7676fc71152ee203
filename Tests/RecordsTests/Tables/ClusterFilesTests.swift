import TestSupport
import Pages
import Testing

struct ClusterFilesTests {
  @Test func `clusters.csv has a row for each member of three or more`() async throws {
    let lines = try #require(
      try await ClusteredWiki(ClusteredWiki.habits).lines("data/clusters.csv"))
    #expect(lines.first == "cluster,title,technique,stability,pooled_ratio")
    let rows = lines.dropFirst().map { $0.split(separator: "\"") }
    #expect(
      rows.map(\.first) == Array(repeating: "T1001,", count: 4)
        + Array(repeating: "T1005,", count: 3))
    #expect(
      rows.compactMap { $0.last?.split(separator: ",").first }
        == ["T1001", "T1002", "T1003", "T1004", "T1005", "T1006", "T1007"])
  }

  @Test func `techniques.csv names the cluster, and nothing for what is in none`() async throws {
    let lines = try #require(
      try await ClusteredWiki(ClusteredWiki.habits).lines("data/techniques.csv"))
    let cells = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(lines[0].hasSuffix(",campaigns,cluster,collection,internal"))
    let clusters = Dictionary(
      uniqueKeysWithValues: cells.map { row in (row[0], row[row.count - 3]) })
    #expect(clusters["T1004"] == "T1001" && clusters["T1007"] == "T1005")
    #expect(clusters["T1013"] == "" && clusters["T1008"] == "")
  }

  @Test func `a page's pairs stand in a file, those never together too`() async throws {
    // Two reports hold three of the four: T1001 with T1004 stays short of the others.
    let wiki = try await ClusteredWiki(
      ClusteredWiki.habits + [["T1001", "T1002", "T1003"], ["T1002", "T1003", "T1004"]])
    let lines = try #require(wiki.lines("data/clusters/T1002.csv"))
    #expect(
      lines[0] == "technique_a,technique_b,reports_a,reports_b,together,expected,ratio,lower,"
        + "p_value,q_value,grade,family")
    let together = lines.dropFirst().map { line in
      line.split(separator: ",").prefix(5).map(String.init)
    }
    #expect(together.count == 6)
    #expect(together.contains(["T1001", "T1004", "16", "16", "15"]))
    #expect(together.contains(["T1002", "T1003", "17", "17", "17"]))
  }
}
