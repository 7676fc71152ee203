package import Attack
package import Corpora

/// The steps of one kind of order that most sources have, as few as a figure can show.
package struct SupportedSteps: Equatable, Sendable {
  /// The techniques that the steps join, ascending.
  package let nodes: [Index<Technique>]
  /// Those of most sources first, then the firm ones, then by ids.
  package let steps: [IntrusionStep]
  /// How many steps of the kind there are; those on failed branches only are none.
  package let total: Int

  /// - Parameters:
  ///   - steps: all that there are.
  ///   - kind: which sources count.
  ///   - mostNodes: the first step that would need more ends the list.
  package init(_ steps: IntrusionSteps, of kind: OrderKind, mostNodes: Int = mostNodes) {
    let sorted = steps.all.filter { $0.sources(of: kind) > 0 }.sorted {
      ($1.sources(of: kind), $1.isFirm ? 1 : 0, $0.from, $0.to)
        < ($0.sources(of: kind), $0.isFirm ? 1 : 0, $1.from, $1.to)
    }
    var nodes: Set<Index<Technique>> = []
    self.steps = Array(
      sorted.prefix { step in
        let joined = nodes.union([step.from, step.to])
        if joined.count <= mostNodes { nodes = joined }
        return joined.count <= mostNodes
      })
    self.nodes = nodes.sorted()
    total = sorted.count
  }

  /// The most techniques that a figure of steps shows.
  package static let mostNodes = 30

  /// The steps as positions in `nodes`.
  package var edges: [(from: Int, to: Int)] {
    let positions = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
    return steps.compactMap { step in
      guard let from = positions[step.from], let to = positions[step.to] else { return nil }
      return (from, to)
    }
  }
}

extension IntrusionStep {
  /// Independent sources of one kind of order.
  package func sources(of kind: OrderKind) -> Int {
    switch kind {
    case .drawn: drawnSources
    case .run: runSources
    }
  }
}
