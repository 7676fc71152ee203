import TestSupport
import Pages
import Testing

struct TechniqueMapTests {
  @Test func `clusters are neighbours on the map, and what is too rare is left out`()
    async throws
  {
    let wiki = try await ClusteredWiki(ClusteredWiki.habits)
    guard case .figure(let found)? = wiki.page("clusters/map.html")?.exhibits["map"],
      let figure = found as? MapFigure
    else {
      Issue.record("no map")
      return
    }
    #expect(figure.file == "figures/all.svg")
    #expect(figure.ids.count == 8 && !figure.ids.contains("T1008"))
    #expect(Set(figure.clusters.map(\.members.count)) == [4, 3])
    #expect(
      figure.clusters.map(\.path).sorted() == ["clusters/T1001.html", "clusters/index.html#T1005"])
    // Inside a cluster all is orange; no cell is on or right of the diagonal.
    for cluster in figure.clusters {
      for row in cluster.members.dropFirst() {
        let inside = figure.rows[row].filter { $0.level >= 5 }.flatMap(\.columns)
        #expect(Set(inside).isSuperset(of: cluster.members.lowerBound..<row))
      }
    }
    for (row, runs) in figure.rows.enumerated() {
      #expect(runs.allSatisfy { $0.columns.upperBound <= row && $0.level != figure.ground })
    }
  }
}
