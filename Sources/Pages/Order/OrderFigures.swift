import Attack
import Corpora
import Measures
import Text

/// Makes the drawings of steps between techniques.
struct OrderFigures {
  private let techniques: IndexedList<Technique, Technique>

  init(_ knowledge: Knowledge) { techniques = knowledge.techniques }

  /// The steps that most sources have; `nil` without any.
  func supported(_ steps: SupportedSteps) -> GraphFigure? {
    guard !steps.steps.isEmpty else { return nil }
    return GraphFigure(
      title: "The steps that are drawn most often",
      description: "Techniques as boxes, with an arrow to each that came after. "
        + "\(Format.count(steps.steps.count)) of \(Format.count(steps.total, "step")), those of most sources first.",
      legend: Legend(
        title:
          "An arrow leads to what came next; its number counts the flows that show it, one for "
          + "each address that they cite", labels: [], scale: .sequential),
      file: FigurePath.path(of: "order"),
      nodes: steps.nodes.map { node(techniques[$0]) },
      edges: zip(steps.edges, steps.steps).map { edge, step in
        GraphFigure.Edge(
          from: edge.from, to: edge.to, sources: step.drawnSources, isOnFailure: false,
          isFirm: step.isFirm)
      })
  }

  /// A flow as it was drawn, or the actions as they ran; `nil` if it has no steps, or too many to be drawn.
  func drawing(_ report: OrderBook.Report) -> GraphFigure? {
    let order = report.order
    guard !order.edges.isEmpty else { return nil }
    return GraphFigure(
      title: "How it went: \(report.title)",
      description: "Actions as boxes, with an arrow to each that came after",
      legend: Legend(
        title: order.edges.contains(where: \.onFailure)
          ? "An arrow leads to what came next; a dashed one was taken where the action before failed"
          : "An arrow leads to what came next", labels: [], scale: .sequential),
      file: nil, nodes: order.actions.map(node),
      edges: order.edges.map {
        GraphFigure.Edge(
          from: $0.before, to: $0.after, sources: nil, isOnFailure: $0.onFailure, isFirm: true)
      })
  }

  private func node(_ technique: Technique) -> GraphFigure.Node {
    GraphFigure.Node(
      id: technique.id.description, name: technique.name, path: technique.path)
  }

  /// An action by its first technique; how many more it has stands beside the id.
  private func node(_ action: [Index<Technique>]) -> GraphFigure.Node {
    guard let first = action.first.map({ techniques[$0] }) else {
      return GraphFigure.Node(id: nil, name: "no technique", path: nil)
    }
    let more = action.count > 1 ? " and \(action.count - 1) more" : ""
    return GraphFigure.Node(
      id: first.id.description + more, name: first.name, path: first.path)
  }
}
