/// Where the nodes and points of a drawing are in their layers, whose order is given.
///
/// Nodes are put below a middle one of those that lead to them, points of an edge before all, so that long edges are
/// straight; what is aligned is moved as one, as far to the left as it goes. The same from the right and from below:
/// each place is the mean of the two middle ones of the four.
///
/// Source: U. Brandes, B. Köpf, "Fast and Simple Horizontal Coordinate Assignment", Graph Drawing 2001, LNCS 2265, 31-44.
struct LayerCoordinates {
  private let drawing: LayeredDrawing
  /// Lines that cross a straight part of a long edge, and so do not align their ends.
  private let bent: Set<Line>

  private struct Line: Hashable {
    let upper: Int
    let lower: Int
  }

  init(_ drawing: LayeredDrawing) {
    self.drawing = drawing
    bent = Set(drawing.layers.indices.dropLast().flatMap { Self.bent($0, drawing) })
  }

  /// Of two lines that cross it is the one that is not between points; of two such the right one.
  private static func bent(_ layer: Int, _ drawing: LayeredDrawing) -> [Line] {
    let lines = drawing.segments(below: layer)
    let isInner = lines.map { drawing.isPoint($0.upper) && drawing.isPoint($0.lower) }
    let places = drawing.places
    return lines.indices.filter { number in
      let line = lines[number]
      return lines.indices.contains { other in
        guard isInner[other], !isInner[number] || other < number else { return false }
        let upper = places[lines[other].upper] - places[line.upper]
        let lower = places[lines[other].lower] - places[line.lower]
        return upper.signum() * lower.signum() < 0
      }
    }.map { Line(upper: lines[$0].upper, lower: lines[$0].lower) }
  }

  /// For each node and point.
  var xs: [Double] {
    let four = [true, false].flatMap { isDown in
      [true, false].map { isLeft in placed(isDown: isDown, isLeft: isLeft) }
    }
    guard let narrowest = four.map(\.extent).min(by: { $0.width < $1.width }) else { return [] }
    let shifted = four.map { placing in
      let shift =
        placing.isLeft
        ? narrowest.low - placing.extent.low : narrowest.high - placing.extent.high
      return placing.xs.map { $0 + shift }
    }
    return drawing.layerOfNode.indices.map { node in
      let sorted = shifted.map { $0[node] }.sorted()
      return (sorted[1] + sorted[2]) / 2
    }
  }

  private struct Placing {
    let isLeft: Bool
    let xs: [Double]

    var extent: (low: Double, high: Double, width: Double) {
      let (low, high) = (xs.min() ?? 0, xs.max() ?? 0)
      return (low, high, high - low)
    }
  }

  private func placed(isDown: Bool, isLeft: Bool) -> Placing {
    let upright = isDown ? drawing.layers : drawing.layers.reversed()
    let layers = isLeft ? upright : upright.map { $0.reversed() }
    let blocks = aligned(layers, isDown: isDown, isLeft: isLeft)
    let xs = AlignedBlocks(blocks, gaps: layers.flatMap(gaps)).xs
    return Placing(isLeft: isLeft, xs: isLeft ? xs : xs.map { -$0 })
  }

  /// For each node and point the first of those that it is aligned with.
  private func aligned(_ layers: [[Int]], isDown: Bool, isLeft: Bool) -> [Int] {
    var blocks = Array(drawing.layerOfNode.indices)
    for layer in layers.dropFirst() {
      var last = Int.min
      for node in layer {
        let middle = middles(of: node, isDown: isDown, isLeft: isLeft).first { other in
          let line = isDown ? Line(upper: other, lower: node) : Line(upper: node, lower: other)
          return !bent.contains(line) && place(other, isLeft) > last
        }
        guard let middle else { continue }
        blocks[node] = blocks[middle]
        last = place(middle, isLeft)
      }
    }
    return blocks
  }

  /// The middle one of what leads to a node, or the two middle ones.
  private func middles(of node: Int, isDown: Bool, isLeft: Bool) -> ArraySlice<Int> {
    let neighbours = (isDown ? drawing.above : drawing.below)[node]
      .sorted { place($0, isLeft) < place($1, isLeft) }
    guard !neighbours.isEmpty else { return [] }
    return neighbours[((neighbours.count - 1) / 2)...(neighbours.count / 2)]
  }

  private func place(_ node: Int, _ isLeft: Bool) -> Int {
    isLeft ? drawing.places[node] : -drawing.places[node]
  }

  /// How far neighbours of a layer are apart at least.
  private func gaps(_ layer: [Int]) -> [AlignedBlocks.Gap] {
    zip(layer, layer.dropFirst()).map {
      .init(left: $0, right: $1, least: (width($0) + width($1)) / 2)
    }
  }

  /// Lines need less room than nodes.
  private func width(_ node: Int) -> Double { drawing.isPoint(node) ? 0.25 : 1 }
}
