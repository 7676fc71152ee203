import TestSupport
import Attack
import Pages
import Testing

struct ClusterPagesTests {
  @Test
  func `a cluster of four has a page, a triple has a row, and each has the id of its most cited`()
    async throws
  {
    // One more report makes T1003 the most cited of its cluster.
    let wiki = try await ClusteredWiki(ClusteredWiki.habits + [["T1003"]])
    #expect(wiki.book.entries.map(\.id) == ["T1003", "T1005"])
    #expect(wiki.page("clusters/T1003.html") != nil)
    #expect(wiki.page("clusters/T1005.html") == nil)
    let index = try #require(wiki.page("clusters/index.html"))
    #expect(index.table("clusters")?.rows.map(\.id) == ["T1003"])
    #expect(index.table("triples")?.rows.map(\.id) == ["T1005"])
  }

  @Test func `the page tells members, pairs, reports and users as they were cited`() async throws {
    let page = try #require(
      try await ClusteredWiki(ClusteredWiki.habits).page("clusters/T1001.html"))
    let members = try #require(page.table("members"))
    #expect(members.rows.map(\.id) == ["T1001", "T1002", "T1003", "T1004"])
    let pairs = try #require(page.table("pairs"))
    #expect(pairs.rows.count == 6)
    for row in pairs.rows {
      guard case .count(15, path: .some, grade: nil) = row.cells[2] else {
        Issue.record("found \(row.cells[2])")
        continue
      }
    }
    let reports = try #require(page.table("reports"))
    #expect(reports.rows.count == 12)
    for row in reports.rows {
      guard case .text("4 of its 4") = row.cells[2],
        case .presence([true, true, true, true]) = row.cells[3]
      else {
        Issue.record("found \(row.cells)")
        continue
      }
    }
    #expect(page.table("groups")?.rows.count == 1)
    #expect(page.table("software") == nil)
  }

  @Test func `the heatmap is the lower half, its diagonal each one's own reports`() async throws {
    let page = try #require(
      try await ClusteredWiki(ClusteredWiki.habits).page("clusters/T1001.html"))
    guard case .figure(let found)? = page.exhibits["heatmap"], let figure = found as? TriangleFigure
    else {
      Issue.record("no heatmap")
      return
    }
    #expect(figure.file == "figures/cluster-T1001.svg")
    #expect(figure.rows.map(\.count) == [1, 2, 3, 4])
    #expect(figure.rows.allSatisfy { $0.last?.level == nil && $0.last?.number == "15" })
    #expect(figure.rows.allSatisfy { $0.dropLast().allSatisfy { ($0.level ?? 0) >= 5 } })
  }

  @Test func `a team's title takes the place of the members' names, and an unknown id is a notice`()
    async throws
  {
    let titles = try ["T1001", "T1005", "T1013"].map {
      ClusterTitle(id: try #require(TechniqueID($0)), title: "Of \($0)", source: "site.yml:7")
    }
    let wiki = try await ClusteredWiki(ClusteredWiki.habits, titles: titles)
    #expect(wiki.book.entries.map(\.title) == ["Of T1001", "Of T1005"])
    #expect(wiki.book.notices == [Notice(.absentCluster, at: "T1013 (site.yml:7)")])
    #expect(wiki.page("clusters/T1001.html")?.title == "Of T1001")
  }

  @Test func `without a title the three that hold it together most name it`() async throws {
    let wiki = try await ClusteredWiki(ClusteredWiki.habits)
    #expect(wiki.book.entries[0].title == "Name of T1001, Name of T1002, Name of T1003")
  }
}
