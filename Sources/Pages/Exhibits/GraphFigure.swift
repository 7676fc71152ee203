package import Measures

/// Steps between techniques, drawn in layers: what came first is above.
package struct GraphFigure: Figure {
  package let title: String
  package let description: String
  package let legend: Legend
  package let file: String?
  package let nodes: [Node]
  package let edges: [Edge]
  package let layout: LayeredGraph

  package struct Node: Sendable {
    /// Ids of techniques, and their names; of an action that names none only what it is called.
    package let id: String?
    package let name: String
    /// `nil` where it has no page.
    package let path: String?
  }

  /// From one node to another, by their numbers.
  package struct Edge: Sendable {
    package let from: Int
    package let to: Int
    /// How many sources have it; `nil` where that is not counted.
    package let sources: Int?
    /// Whether it is taken only where the step before failed.
    package let isOnFailure: Bool
    /// Whether reports cite the two firmly more often than expected.
    package let isFirm: Bool
  }

  /// - Returns: `nil` for a graph that is too large to be read as a figure.
  package init?(
    title: String, description: String, legend: Legend, file: String?, nodes: [Node], edges: [Edge]
  ) {
    guard let layout = LayeredGraph(nodes: nodes.count, edges: edges.map { ($0.from, $0.to) })
    else { return nil }
    self.title = title
    self.description = description
    self.legend = legend
    self.file = file
    self.nodes = nodes
    self.edges = edges
    self.layout = layout
  }
}

extension GraphFigure {
  /// Its steps, a line each.
  package func twin(at location: PageLocation) -> String {
    edges.map { edge in
      let names = [nodes[edge.from], nodes[edge.to]].map { node in
        let text = (node.id.map { $0 + " " } ?? "") + node.name
        return node.path.map { MarkdownText.link(text, location.href($0)) }
          ?? MarkdownText.escape(text)
      }
      return "- \(names[0]) → \(names[1])" + (edge.isOnFailure ? " (where it failed)" : "") + "\n"
    }.joined()
  }
}
