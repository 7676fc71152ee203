import Testing
import Text

@testable import Pages
@testable import Website

struct GraphSVGTests {
  /// The paths of the arrows between so many boxes.
  private func paths(nodes: Int, _ edges: [(from: Int, to: Int)]) throws -> [String] {
    let figure = try #require(
      GraphFigure(
        title: "Steps", description: "Steps.",
        legend: Legend(title: "Steps", labels: ["1"], scale: .sequential), file: nil,
        nodes: (0..<nodes).map { GraphFigure.Node(id: nil, name: "Step \($0)", path: nil) },
        edges: edges.map {
          GraphFigure.Edge(
            from: $0.from, to: $0.to, sources: nil, isOnFailure: false, isFirm: true)
        }))
    var markup = MarkupWriter(.xml)
    GraphSVG(figure).write(at: nil, to: &markup)
    return markup.bytes.text.matches(of: /<path class="ln" d="([^"]*)"/).map { String($0.1) }
  }

  @Test func `an arrow leads down to the box below, and one that goes back up to the box above`()
    throws
  {
    #expect(
      try paths(nodes: 2, [(0, 1), (1, 0)]) == [
        "M66 48L66 86M62 80L66 86L70 80",
        "M66 86L66 48M62 54L66 48L70 54",
      ])
  }

  @Test func `an arrow passes a layer upright in its own direction`() throws {
    // In the second layer, from 86 down to 130, are a box and beside it the place where the long arrow passes.
    let back = try #require(try paths(nodes: 3, [(0, 1), (1, 2), (2, 0)]).last)
    #expect(back == "M110 168L154 130L154 86L110 48M106 54L110 48L114 54")
    let down = try #require(try paths(nodes: 3, [(0, 1), (1, 2), (0, 2)]).last)
    #expect(down == "M110 48L154 86L154 130L110 168M106 162L110 168L114 162")
  }
}
