/// A walk through a block: into each of its nodes, and out again.
///
/// Nodes may be nested as deep as a text is long, so the walk is not recursive.
struct CmarkWalk {
  private let block: CmarkNode
  private var last: (node: CmarkNode, isEntry: Bool)?
  private var isSkipping = false

  init(through block: CmarkNode) { self.block = block }

  mutating func next() -> (node: CmarkNode, isEntry: Bool)? {
    last = following()
    isSkipping = false
    return last
  }

  /// Leaves out the content of the node that was entered last.
  mutating func skip() { isSkipping = true }

  private func following() -> (node: CmarkNode, isEntry: Bool)? {
    guard let last else { return (block, true) }
    if last.isEntry {
      guard !isSkipping, let inside = last.node.first else { return (last.node, false) }
      return (inside, true)
    }
    if last.node == block { return nil }
    return last.node.next.map { ($0, true) } ?? last.node.parent.map { ($0, false) }
  }
}
