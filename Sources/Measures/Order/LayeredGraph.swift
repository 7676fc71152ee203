import Text

/// A directed graph in layers, so that its edges lead downwards and cross seldom.
///
/// 1. Turn edges that close a circle, and put each node below those that lead to it. 2. Give edges over several layers a
/// point in each. 3. Order each layer by the mean of its neighbours, and move nodes within it while that removes
/// crossings. 4. Align nodes with their neighbours, long edges first, without changing the order. Parts that no edge joins
/// are drawn one by one and put side by side, where there is room one below the other.
///
/// Source: K. Sugiyama, S. Tagawa, M. Toda, "Methods for Visual Understanding of Hierarchical System Structures", IEEE
/// Transactions on Systems, Man and Cybernetics 11 (1981) 109-125.
package struct LayeredGraph: Equatable, Sendable {
  /// For each node its layer, from 0, and where it is in it, in widths of a node; the leftmost is at 0.
  package let nodes: [Position]
  /// For each edge its points from its first node to its second, one in each layer; none for an edge from a node to itself.
  ///
  /// An edge that was turned leads upwards, and shares its points with one that leads the other way.
  package let routes: [[Position]]
  package let layerCount: Int
  /// How many pairs of edges cross.
  package let crossings: Int

  package struct Position: Equatable, Sendable {
    package let layer: Int
    package let x: Double
  }

  /// Fails for a graph that is too large to be read as a figure.
  ///
  /// - Parameters:
  ///   - count: of the nodes, which are numbered from 0.
  ///   - edges: pairs of nodes.
  package init?(nodes count: Int, edges: [(from: Int, to: Int)]) {
    guard count <= Self.mostNodes, edges.count <= Self.mostEdges else { return nil }
    let parts = Self.parts(count, edges)
    let assignments = parts.map { LayerAssignment($0, edges) }
    guard count + assignments.reduce(0, { $0 + $1.pointCount }) <= Self.mostPoints
    else { return nil }
    let drawings = assignments.map(PartDrawing.init)
    let corners = PartPacking(drawings.map(\.size)).corners
    var nodes = Array(repeating: Position(layer: 0, x: 0), count: count)
    var routes = Array(repeating: [Position](), count: edges.count)
    for (drawing, corner) in zip(drawings, corners) {
      for (node, position) in drawing.nodes { nodes[node] = position.moved(by: corner) }
      for (edge, route) in drawing.routes { routes[edge] = route.map { $0.moved(by: corner) } }
    }
    (self.nodes, self.routes) = (nodes, routes)
    layerCount = nodes.map { $0.layer + 1 }.max() ?? 0
    crossings = drawings.reduce(0) { $0 + $1.crossings }
  }

  /// The nodes of each part, ascending; parts by their first.
  private static func parts(_ count: Int, _ edges: [(from: Int, to: Int)]) -> [[Int]] {
    var sets = DisjointSets(count: count)
    for edge in edges { sets.link(edge.from, edge.to) }
    let roots = (0..<count).map { sets.root(of: $0) }
    return Dictionary(grouping: 0..<count) { roots[$0] }.values.sorted { $0[0] < $1[0] }
  }

  /// So much bounds the work on files of others; published flows have some 80 actions.
  private static let mostNodes = 200
  private static let mostEdges = 600
  private static let mostPoints = 1500
}

extension LayeredGraph.Position {
  fileprivate func moved(by corner: Self) -> Self {
    Self(layer: layer + corner.layer, x: x + corner.x)
  }
}
