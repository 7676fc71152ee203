/// A part of a graph in layers, from its own upper left corner.
struct PartDrawing {
  /// Each with its number in the whole graph.
  let nodes: [(node: Int, position: LayeredGraph.Position)]
  /// Each with the number of its edge in the whole graph.
  let routes: [(edge: Int, points: [LayeredGraph.Position])]
  let size: Size
  let crossings: Int

  struct Size {
    let layers: Int
    /// In widths of a node.
    let width: Double
  }

  init(_ assignment: LayerAssignment) {
    var drawing = LayeredDrawing(assignment)
    drawing.order()
    let xs = LayerCoordinates(drawing).xs
    let least = xs.min() ?? 0
    let position = { (node: Int) in
      LayeredGraph.Position(layer: drawing.layerOfNode[node], x: xs[node] - least)
    }
    nodes = assignment.nodes.enumerated().map { ($1, position($0)) }
    routes = assignment.links.map { link in
      let points = drawing.chains[link.chain].map(position)
      return (link.edge, link.isTurned ? points.reversed() : points)
    }
    size = Size(layers: drawing.layers.count, width: (xs.max() ?? 0) - least + 1)
    crossings = drawing.crossings
  }
}
