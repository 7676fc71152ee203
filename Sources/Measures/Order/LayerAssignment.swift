import Text

/// Which edges of a part of a graph are turned so that it has no circle, and the layer of each node.
///
/// The nodes of the part are numbered anew, from 0.
struct LayerAssignment {
  /// Their numbers in the whole graph, ascending.
  let nodes: [Int]
  /// Each once, downwards; none from a node to itself.
  let chains: [(from: Int, to: Int)]
  /// What became of the edges of the whole graph that are in the part.
  let links: [Link]
  let layerOfNode: [Int]

  struct Link {
    /// Its number in the whole graph.
    let edge: Int
    /// The number of the chain that it is drawn along.
    let chain: Int
    let isTurned: Bool
  }

  /// - Parameters:
  ///   - nodes: those of the part, ascending.
  ///   - edges: of the whole graph.
  init(_ nodes: [Int], _ edges: [(from: Int, to: Int)]) {
    let numbers = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
    let own = edges.enumerated().compactMap { number, edge -> NumberedEdge? in
      guard edge.from != edge.to, let from = numbers[edge.from], let to = numbers[edge.to]
      else { return nil }
      return NumberedEdge(number: number, from: from, to: to)
    }
    let search = CircleSearch(nodes: nodes.count, edges: own)
    var known: [[Int]: Int] = [:]
    var chains: [(from: Int, to: Int)] = []
    links = zip(own, search.isTurned).map { edge, isTurned in
      let ends = isTurned ? [edge.to, edge.from] : [edge.from, edge.to]
      let chain = known[ends, default: chains.count]
      if chain == chains.count { chains.append((ends[0], ends[1])) }
      known[ends] = chain
      return Link(edge: edge.number, chain: chain, isTurned: isTurned)
    }
    (self.nodes, self.chains) = (nodes, chains)
    layerOfNode = Self.layers(search.topological, chains)
  }

  /// How many points the edges need in layers that they only pass.
  var pointCount: Int {
    chains.reduce(0) { $0 + layerOfNode[$1.to] - layerOfNode[$1.from] - 1 }
  }

  /// For each node the length of the longest way to it; then each that more edges leave than enter goes as far down as
  /// these allow, so that edges are short.
  private static func layers(_ order: [Int], _ edges: [(from: Int, to: Int)]) -> [Int] {
    var layers = Array(repeating: 0, count: order.count)
    var below = Array(repeating: [Int](), count: order.count)
    var entering = Array(repeating: 0, count: order.count)
    for edge in edges {
      below[edge.from].append(edge.to)
      entering[edge.to] += 1
    }
    for node in order {
      for next in below[node] { layers[next] = max(layers[next], layers[node] + 1) }
    }
    for node in order.reversed() where below[node].count > entering[node] {
      layers[node] = (below[node].map { layers[$0] }.min() ?? 1) - 1
    }
    return layers
  }
}

private struct NumberedEdge {
  let number: Int
  let from: Int
  let to: Int
}

/// A search in depth, from nodes that nothing leads to, then from the others by number.
private struct CircleSearch {
  /// Whether each edge leads back to a node on the way to it.
  private(set) var isTurned: [Bool]
  private var finished: [Int] = []
  private var states: [State]
  private let edges: [NumberedEdge]
  private let leaving: [[Int]]

  private enum State { case unseen, open, finished }

  init(nodes count: Int, edges: [NumberedEdge]) {
    self.edges = edges
    isTurned = Array(repeating: false, count: edges.count)
    states = Array(repeating: .unseen, count: count)
    leaving = edges.grouped(count) { [$0.from] }
    let targets = Set(edges.map(\.to))
    for node in 0..<count where !targets.contains(node) { visit(node) }
    for node in 0..<count where states[node] == .unseen { visit(node) }
  }

  /// The nodes, each after all that lead to it once the edges are turned.
  var topological: [Int] { finished.reversed() }

  /// As deep as there are nodes, at most.
  private mutating func visit(_ node: Int) {
    states[node] = .open
    for number in leaving[node] {
      let target = edges[number].to
      switch states[target] {
      case .unseen: visit(target)
      case .open: isTurned[number] = true
      case .finished: break
      }
    }
    states[node] = .finished
    finished.append(node)
  }
}
