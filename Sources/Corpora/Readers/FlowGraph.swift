/// The actions of a flow, the conditions and operators between them, and which leads to which.
struct FlowGraph {
  private var positions: [String: Int] = [:]
  private var nodes: [Node] = []
  /// For each node where its lines lead.
  private var ways: [[Way]] = []

  private enum Node {
    /// By its position among the actions.
    case action(Int)
    /// A condition or an operator.
    case junction
  }

  /// A line from a node, or several with nothing but junctions between.
  private struct Way: Hashable {
    let target: Int
    let onFailure: Bool
  }

  private(set) var actions: [OrderDraft.Action] = []

  /// Takes an action; of several objects with one id the first counts.
  mutating func add(_ action: OrderDraft.Action, id: String?) {
    add(.action(actions.count), id)
    actions.append(action)
  }

  mutating func addJunction(id: String?) { add(.junction, id) }

  private mutating func add(_ node: Node, _ id: String?) {
    guard let id, positions[id] == nil else { return }
    positions[id] = nodes.count
    nodes.append(node)
    ways.append([])
  }

  /// Takes a line.
  ///
  /// - Returns: whether it leads from an action or a junction to another; all else is left out.
  @discardableResult
  mutating func connect(_ line: FlowLines.Line) -> Bool {
    guard let source = positions[line.source], let target = positions[line.target] else {
      return false
    }
    ways[source].append(Way(target: target, onFailure: line.branch == .failed))
    return true
  }
}

extension FlowGraph {
  /// The order as it is drawn: from each action to those that come first behind it.
  ///
  /// - Returns: `nil` if the lines are so entangled that no analyst can have drawn them.
  var order: OrderDraft? {
    var edges: [OrderDraft.Edge] = []
    var budget = Self.mostWays + 4 * ways.reduce(0) { $0 + $1.count }
    for (start, node) in nodes.enumerated() {
      guard case .action(let before) = node else { continue }
      guard let next = actions(after: start, &budget) else { return nil }
      edges += next.sorted { $0.key < $1.key }.map { after, onFailure in
        OrderDraft.Edge(before: before, after: after, onFailure: onFailure)
      }
    }
    return OrderDraft(.drawn, actions, edges)
  }

  /// Far more than the 132 that the largest of the published flows takes.
  private static let mostWays = 20_000

  /// The actions that come first behind a node, and whether only a failed branch leads to them.
  ///
  /// - Returns: `nil` once the budget of ways is used up.
  private func actions(after start: Int, _ budget: inout Int) -> [Int: Bool]? {
    var found: [Int: Bool] = [:]
    var seen: Set<Way> = []
    var rest = ways[start]
    while let way = rest.popLast() {
      budget -= 1
      guard budget >= 0 else { return nil }
      guard seen.insert(way).inserted else { continue }
      switch nodes[way.target] {
      case .action(let action): found[action] = (found[action] ?? true) && way.onFailure
      case .junction:
        rest += ways[way.target].map {
          Way(target: $0.target, onFailure: way.onFailure || $0.onFailure)
        }
      }
    }
    return found
  }
}
