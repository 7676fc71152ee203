import Measures
import Testing

struct LayeredGraphTests {
  private func graph(_ count: Int, _ edges: [(Int, Int)]) throws -> LayeredGraph {
    try #require(LayeredGraph(nodes: count, edges: edges.map { (from: $0.0, to: $0.1) }))
  }

  @Test func `a chain goes straight down`() throws {
    let chain = try graph(3, [(0, 1), (1, 2)])
    #expect(chain.nodes.map(\.layer) == [0, 1, 2] && Set(chain.nodes.map(\.x)) == [0])
    #expect(chain.layerCount == 3 && chain.crossings == 0)
  }

  @Test func `a node is in the middle above those that it leads to`() throws {
    let fan = try graph(4, [(0, 1), (0, 2), (0, 3)])
    #expect(fan.nodes.map(\.x).sorted() == [0, 1, 1, 2] && fan.nodes[0].x == 1)
    let pair = try graph(3, [(0, 1), (0, 2)])
    #expect(pair.nodes.map(\.x).sorted() == [0, 0.5, 1] && pair.nodes[0].x == 0.5)
  }

  @Test func `an edge over several layers has a point in each, and passes beside their nodes`()
    throws
  {
    let detour = try graph(3, [(0, 1), (1, 2), (0, 2)])
    let route = detour.routes[2]
    #expect(route.map(\.layer) == [0, 1, 2])
    #expect(abs(route[1].x - detour.nodes[1].x) >= 0.6)
  }

  @Test func `a long edge is straight between its ends`() throws {
    let long = try graph(
      9, [(0, 1), (1, 2), (2, 3), (3, 4), (0, 4), (1, 5), (2, 6), (3, 7), (1, 8), (8, 4)])
    #expect(long.crossings == 0)
    #expect(Set(long.routes[4].dropFirst().dropLast().map(\.x)).count == 1)
  }

  @Test func `of a circle one edge leads up, and its route still begins at its first node`() throws
  {
    let circle = try graph(3, [(0, 1), (1, 2), (2, 0)])
    #expect(circle.nodes.map(\.layer) == [0, 1, 2])
    #expect(circle.routes[2].first == circle.nodes[2] && circle.routes[2].last == circle.nodes[0])
    // The way to a circle is kept, and the edge back to where it was entered is turned.
    #expect(try graph(4, [(3, 1), (0, 1), (1, 2), (2, 0)]).nodes.map(\.layer) == [3, 1, 2, 0])
  }

  @Test func `edges both ways share their points; one to the node itself has none`() throws {
    let both = try graph(3, [(0, 1), (1, 2), (2, 0), (0, 2), (1, 1), (0, 2)])
    #expect(both.routes[2] == both.routes[3].reversed() && both.routes[3] == both.routes[5])
    #expect(both.routes[4].isEmpty && both.crossings == 0)
  }

  @Test func `no node, no layer; nodes without edges are side by side`() throws {
    #expect(try graph(0, []).layerCount == 0)
    #expect(try graph(3, []).nodes.map(\.x).sorted() == [0, 1, 2])
  }

  @Test func `parts that no edge joins are side by side, and below each other where that is full`()
    throws
  {
    // Of three in a chain, and seven times two.
    let pairs = (0..<7).map { (3 + 2 * $0, 4 + 2 * $0) }
    let parts = try graph(17, [(0, 1), (1, 2)] + pairs)
    #expect(parts.nodes.map(\.x).max() == 4 && parts.layerCount == 4)
    #expect(parts.nodes.prefix(3).map(\.layer) == [0, 1, 2])
    #expect(pairs.map { parts.nodes[$0.0].layer } == [0, 0, 0, 0, 2, 2, 2])
    #expect(pairs.map { parts.nodes[$0.0].x } == [1, 2, 3, 4, 1, 2, 3])
  }

  @Test func `edges are short where nodes may be lower`() throws {
    let late = try graph(4, [(0, 1), (1, 2), (3, 2)])
    #expect(late.nodes.map(\.layer) == [0, 1, 2, 1])
  }

  @Test func `edges that need not cross do not`() throws {
    // Two stars, their ends mixed.
    #expect(try graph(8, [(0, 2), (0, 4), (0, 6), (1, 3), (1, 5), (1, 7)]).crossings == 0)
    // Four edges between two and two cross once at least.
    #expect(try graph(4, [(0, 2), (0, 3), (1, 2), (1, 3)]).crossings == 1)
  }

  @Test func `what is too large is not drawn`() {
    #expect(LayeredGraph(nodes: 2000, edges: []) == nil)
    let lines = (0..<20_000).map { (from: $0 % 190, to: $0 / 190 % 190) }
    #expect(LayeredGraph(nodes: 190, edges: lines) == nil)
    // A chain of 150, and edges along all of it: few nodes, many points.
    let chain = (1..<150).map { (from: $0 - 1, to: $0) }
    let spans = (0..<20).map { (from: $0, to: 149 - $0) }
    #expect(LayeredGraph(nodes: 150, edges: chain + spans) == nil)
    #expect(LayeredGraph(nodes: 150, edges: chain + spans.prefix(2)) != nil)
  }

  @Test(arguments: 0..<60)
  func `layers, gaps and crossings are as it says, whatever the graph`(seed: Int) throws {
    let random = RandomGraph(seed: UInt64(seed))
    let drawn = try graph(random.count, random.edges)
    for (one, own) in drawn.nodes.enumerated() {
      for other in drawn.nodes[(one + 1)...] where other.layer == own.layer {
        #expect(abs(other.x - own.x) > 0.999, "\(random.edges)")
      }
    }
    for (edge, route) in zip(random.edges, drawn.routes) {
      #expect(route.first == drawn.nodes[edge.0] && route.last == drawn.nodes[edge.1])
      let steps = zip(route, route.dropFirst()).map { $1.layer - $0.layer }
      #expect(Set(steps) == [1] || Set(steps) == [-1])
    }
    #expect(Self.crossings(drawn) == drawn.crossings, "\(random.edges)")
    #expect(try drawn == graph(random.count, random.edges))
  }

  /// Counted by the places of the ends of all lines between two layers, each once.
  private static func crossings(_ graph: LayeredGraph) -> Int {
    let lines = graph.routes.flatMap { route in
      zip(route, route.dropFirst()).map { $0.layer < $1.layer ? ($0, $1) : ($1, $0) }
    }
    let distinct = lines.enumerated().filter { number, line in
      !lines[..<number].contains { $0 == line }
    }.map(\.element)
    return distinct.indices.reduce(0) { sum, number in
      let one = distinct[number]
      return sum
        + distinct[(number + 1)...].count { other in
          other.0.layer == one.0.layer && (one.0.x - other.0.x) * (one.1.x - other.1.x) < 0
        }
    }
  }

  /// Every order of every layer is tried.
  @Test(arguments: 0..<60)
  func `no order of small layers has fewer crossings`(seed: Int) throws {
    let random = RandomGraph(layersOfFour: UInt64(seed))
    let drawn = try graph(random.count, random.edges)
    #expect(drawn.crossings == random.fewestCrossings, "\(random.edges)")
  }
}
