/// The order of each layer in which few lines cross.
///
/// Source: M. Jünger, P. Mutzel, "2-Layer Straightline Crossing Minimization: Performance of Exact and Heuristic
/// Algorithms", Journal of Graph Algorithms and Applications 1 (1997) 1-25, for barycentres; C. Matuszewski, R. Schönfeld,
/// P. Molitor, "Using Sifting for k-Layer Straightline Crossing Minimization", Graph Drawing 1999, LNCS 1731, 217-224.
extension LayeredDrawing {
  /// Begins with the order of a search in depth, then with shuffled ones while lines cross and the work allows; the first
  /// of the best orders stays.
  mutating func order() {
    var random = SplitMix64(seed: 0)
    arrange(depthFirst)
    improve()
    var (best, fewest) = (layers, crossings)
    for _ in 0..<extraStarts where fewest > 0 {
      arrange(layers.map { random.shuffled($0) })
      improve()
      let now = crossings
      if now < fewest { (best, fewest) = (layers, now) }
    }
    arrange(best)
  }

  /// Each layer in the order in which a search down from the topmost nodes comes by.
  private var depthFirst: [[Int]] {
    var order = layers.map { _ in [Int]() }
    var isSeen = Array(repeating: false, count: layerOfNode.count)
    for start in layers.joined() {
      var open = [start]
      while let node = open.popLast() {
        guard !isSeen[node] else { continue }
        isSeen[node] = true
        order[layerOfNode[node]].append(node)
        open += below[node].reversed()
      }
    }
    return order
  }

  /// How often to begin anew: less often the more lines there are between two layers.
  private var extraStarts: Int {
    let cost = layers.indices.reduce(1) { sum, layer in
      let lines = layers[layer].reduce(0) { $0 + below[$1].count }
      return sum + lines * lines + layers[layer].count * layers[layer].count
    }
    return min(Self.mostStarts, Self.mostWork / cost)
  }

  /// Sweeps down and up until several in a row remove no crossing; the best order stays.
  private mutating func improve() {
    var (best, fewest) = (layers, crossings)
    var idle = 0
    var isDown = true
    while fewest > 0, idle < Self.idleSweeps {
      sweep(isDown)
      isDown.toggle()
      let now = crossings
      idle += 1
      if now < fewest { (best, fewest, idle) = (layers, now, 0) }
    }
    arrange(best)
  }

  private mutating func sweep(_ isDown: Bool) {
    let numbers = isDown ? Array(layers.indices.dropFirst()) : layers.indices.dropLast().reversed()
    for layer in numbers { sort(layer, by: isDown ? above : below) }
    for layer in isDown ? Array(layers.indices) : layers.indices.reversed() {
      for node in layers[layer] { sift(node, in: layer) }
    }
  }

  /// By the mean place of neighbours; what has none stays where it is.
  private mutating func sort(_ layer: Int, by neighbours: [[Int]]) {
    let keys = layers[layer].enumerated().map { place, node in
      let own = neighbours[node].map { places[$0] }
      let mean = own.isEmpty ? Double(place) : Double(own.reduce(0, +)) / Double(own.count)
      return (mean: mean, place: place, node: node)
    }
    let sorted = keys.sorted { ($0.mean, $0.place) < ($1.mean, $1.place) }
    arrange(layer, sorted.map(\.node))
  }

  /// Moves a node to the place in its layer where its lines cross fewest others.
  private mutating func sift(_ node: Int, in layer: Int) {
    let own = places[node]
    var (best, place) = (0, own)
    var change = 0
    for left in (0..<own).reversed() {
      let other = layers[layer][left]
      change += crossings(node, leftOf: other) - crossings(other, leftOf: node)
      if change < best { (best, place) = (change, left) }
    }
    change = 0
    for right in (own + 1)..<max(own + 1, layers[layer].count) {
      let other = layers[layer][right]
      change += crossings(other, leftOf: node) - crossings(node, leftOf: other)
      if change < best { (best, place) = (change, right) }
    }
    guard place != own else { return }
    var nodes = layers[layer]
    nodes.insert(nodes.remove(at: own), at: place)
    arrange(layer, nodes)
  }

  /// How many lines of two nodes of a layer cross if one is left of the other.
  private func crossings(_ left: Int, leftOf right: Int) -> Int {
    crossings(above[left], above[right]) + crossings(below[left], below[right])
  }

  private func crossings(_ ofLeft: [Int], _ ofRight: [Int]) -> Int {
    ofLeft.reduce(0) { sum, one in sum + ofRight.count { places[$0] < places[one] } }
  }

  private static let mostStarts = 200
  /// In pairs of lines and pairs of nodes.
  private static let mostWork = 400_000
  private static let idleSweeps = 4
}
