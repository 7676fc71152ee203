/// Groups of nodes that are moved as one, as close together as their gaps allow.
struct AlignedBlocks {
  /// For each node the number of its block, which is that of its first node.
  private let blocks: [Int]
  private let gaps: [Gap]

  /// Of two neighbours.
  struct Gap {
    let left: Int
    let right: Int
    let least: Double
  }

  init(_ blocks: [Int], gaps: [Gap]) {
    self.blocks = blocks
    self.gaps = gaps
  }

  /// For each node: as far to the left as it goes, then as close to what is right of it as that allows.
  var xs: [Double] {
    var leaving = Array(repeating: [Gap](), count: blocks.count)
    for gap in gaps { leaving[blocks[gap.left]].append(gap) }
    let order = fromTheLeft(leaving)
    var xs = Array(repeating: 0.0, count: blocks.count)
    for block in order {
      for gap in leaving[block] {
        xs[blocks[gap.right]] = max(xs[blocks[gap.right]], xs[block] + gap.least)
      }
    }
    for block in order.reversed() {
      let furthest = leaving[block].map { xs[blocks[$0.right]] - $0.least }.min()
      if let furthest { xs[block] = max(xs[block], furthest) }
    }
    return blocks.map { xs[$0] }
  }

  /// The blocks, each after all that are left of it.
  private func fromTheLeft(_ leaving: [[Gap]]) -> [Int] {
    var entering = Array(repeating: 0, count: blocks.count)
    for gap in gaps { entering[blocks[gap.right]] += 1 }
    var order = blocks.indices.filter { blocks[$0] == $0 && entering[$0] == 0 }
    var next = 0
    while next < order.count {
      for gap in leaving[order[next]] {
        entering[blocks[gap.right]] -= 1
        if entering[blocks[gap.right]] == 0 { order.append(blocks[gap.right]) }
      }
      next += 1
    }
    return order
  }
}
