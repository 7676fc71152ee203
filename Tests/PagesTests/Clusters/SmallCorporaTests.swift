import TestSupport
import Pages
import Testing

struct SmallCorporaTests {
  @Test(arguments: [[], [["T1001"]], [["T1001", "T1002"], ["T1001"]]])
  func `with hardly a report nothing clusters, and the list of clusters stands`(reports: [[String]])
    async throws
  {
    let wiki = try await ClusteredWiki(reports)
    #expect(wiki.book.isEmpty)
    let index = try #require(wiki.page("clusters/index.html"))
    #expect(index.exhibits.isEmpty)
    #expect(wiki.lines("data/clusters.csv")?.count == 1)
  }

  @Test func `a map wants two techniques`() async throws {
    #expect(try await ClusteredWiki([["T1001"]]).page("clusters/map.html") == nil)
    let page = try #require(
      try await ClusteredWiki([["T1001", "T1002"]]).page("clusters/map.html"))
    guard case .figure(let found)? = page.exhibits["map"], let figure = found as? MapFigure else {
      Issue.record("no map")
      return
    }
    #expect(figure.ids.count == 2 && figure.clusters.isEmpty)
  }
}
