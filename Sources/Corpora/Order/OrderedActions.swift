package import Attack
import Text

/// The order of a report's actions, with their techniques looked up.
package struct OrderedActions: Equatable, Sendable {
  package let kind: OrderKind
  /// For each action the live techniques that it names, each once; none where it names no such technique.
  package let actions: [[Index<Technique>]]
  /// Which action follows which, each pair once, by their positions in `actions`.
  package let edges: [OrderDraft.Edge]

  package init(_ kind: OrderKind, _ actions: [[Index<Technique>]], _ edges: [OrderDraft.Edge]) {
    self.kind = kind
    self.actions = actions
    self.edges = edges
  }

  /// - Parameters:
  ///   - order: as a file has it.
  ///   - techniques: for each mention of the report the live techniques that it names.
  package init(_ order: OrderDraft, _ techniques: [[Index<Technique>]]) {
    self.init(
      order.kind, order.actions.map { $0.mentions.flatMap { techniques[$0] }.distinct },
      order.edges)
  }
}
