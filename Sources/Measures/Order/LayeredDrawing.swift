import Text

/// The layers of a part of a graph while they are put in order: its nodes, and a point for each layer that an edge only passes.
struct LayeredDrawing {
  /// Nodes first, then points.
  let layerOfNode: [Int]
  let nodeCount: Int
  /// For each edge its nodes and points, from above.
  let chains: [[Int]]
  let above: [[Int]]
  let below: [[Int]]
  private(set) var layers: [[Int]]
  /// Where each node and point is in its layer.
  private(set) var places: [Int]

  init(_ assignment: LayerAssignment) {
    nodeCount = assignment.layerOfNode.count
    var layerOfNode = assignment.layerOfNode
    chains = assignment.chains.map { edge in
      let points = (layerOfNode[edge.from] + 1..<layerOfNode[edge.to]).map { layer in
        layerOfNode.append(layer)
        return layerOfNode.count - 1
      }
      return [edge.from] + points + [edge.to]
    }
    let segments = chains.flatMap { Array(zip($0, $0.dropFirst())) }
    var above = Array(repeating: [Int](), count: layerOfNode.count)
    var below = above
    for (upper, lower) in segments {
      below[upper].append(lower)
      above[lower].append(upper)
    }
    let layerCount = layerOfNode.max().map { $0 + 1 } ?? 0
    layers = layerOfNode.grouped(layerCount) { [$0] }
    places = Array(repeating: 0, count: layerOfNode.count)
    (self.layerOfNode, self.above, self.below) = (layerOfNode, above, below)
    for layer in layers { settle(layer) }
  }

  /// Whether it is a point of an edge, and no node.
  func isPoint(_ node: Int) -> Bool { node >= nodeCount }

  /// The lines between a layer and the next, by their upper and lower ends.
  func segments(below layer: Int) -> [(upper: Int, lower: Int)] {
    layers[layer].flatMap { upper in below[upper].map { (upper, $0) } }
  }

  /// How many pairs of lines between neighbouring layers cross.
  var crossings: Int {
    layers.indices.dropLast().reduce(0) { sum, layer in
      let ends = layers[layer].flatMap { node in below[node].map { places[$0] }.sorted() }
      return sum
        + ends.indices.reduce(0) { sum, index in
          sum + ends[(index + 1)...].count { $0 < ends[index] }
        }
    }
  }

  /// Puts layers in another order; each keeps its nodes and points.
  mutating func arrange(_ layers: [[Int]]) {
    self.layers = layers
    for layer in layers { settle(layer) }
  }

  /// Puts one layer in another order.
  mutating func arrange(_ layer: Int, _ nodes: [Int]) {
    layers[layer] = nodes
    settle(nodes)
  }

  private mutating func settle(_ nodes: [Int]) {
    for (place, node) in nodes.enumerated() { places[node] = place }
  }
}
