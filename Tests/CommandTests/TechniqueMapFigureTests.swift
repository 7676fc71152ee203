import Foundation
import Testing

/// The figure of all techniques of the demo, against its table of pairs.
struct TechniqueMapFigureTests {
  /// A path's rectangles: x, y, width, height; each moves from where the last began.
  private func rectangles(_ path: Substring) -> [[Int]] {
    var (x, y) = (0, 0)
    return path.split(separator: "z").map { part in
      let numbers = part.split { !"-0123456789".contains($0) }.compactMap { Int($0) }
      (x, y) = (x + numbers[0], y + numbers[1])
      return [x, y, numbers[2], numbers[3]]
    }
  }

  @Test func `as many cells have each colour as pairs of ten reports each have such a ratio`()
    async throws
  {
    let bench = try Workbench()
    _ = try await ToolRun("build", in: bench.folder)
    let figure = try bench.read("_site/figures/all.svg")
    let rows = try bench.read("_site/data/cooccurrence.csv").split(separator: "\n")
    let ratios = rows.dropFirst().map { $0.split(separator: ",") }
      .filter { cells in cells[2...3].allSatisfy { Int($0).map { $0 >= 10 } ?? false } }
      .compactMap { Double($0[8]) }
    let classes = ["d4": 1.25..<1.5, "d5": 1.5..<2, "d6": 2..<3, "d7": 3..<1000]
    for (name, range) in classes.sorted(by: { $0.key < $1.key }) {
      let pattern = try Regex("<path class=\"\(name)\" d=\"([^\"]*)\"")
      let cells = figure.firstMatch(of: pattern)?.output[1].substring.map(rectangles) ?? []
      let area = cells.reduce(0) { $0 + $1[2] * $1[3] }
      #expect(area == 144 * ratios.count { range.contains($0) }, "\(name)")
      #expect(cells.allSatisfy { $0[0] + $0[2] <= $0[1] }, "\(name)")
    }
    #expect(figure.split(separator: "<").count < 3_000 && !figure.contains("href"))
  }

  @Test func `on the page each cluster is a link, and no label stands in another's way`()
    async throws
  {
    let bench = try Workbench()
    _ = try await ToolRun("build", in: bench.folder)
    let page = try bench.read("_site/clusters/map.html")
    let labels = page.matches(
      of: /<a href="?(T[0-9.]+html)"?><title>[^>]*>.*?<text x="?\d+"? y="?(\d+)"?>/)
    let heights = labels.compactMap { Int($0.output.2) }
    #expect(
      labels.map { String($0.output.1) }.sorted()
        == ["T1053.003.html", "T1190.html", "T1204.002.html", "T1562.001.html"])
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 24 })
  }
}
