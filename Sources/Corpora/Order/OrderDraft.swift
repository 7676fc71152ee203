/// The order of a report's actions as a file has it, before their techniques are looked up.
package struct OrderDraft: Equatable, Sendable {
  package let kind: OrderKind
  package let actions: [Action]
  /// Which action follows which, each pair once, by their positions in `actions`.
  package let edges: [Edge]

  /// Something that was done.
  package struct Action: Equatable, Sendable {
    /// What it names, by the positions in the report's mentions; none where it names no technique.
    package var mentions: [Int]

    package init(mentions: [Int]) { self.mentions = mentions }
  }

  /// An action that follows another.
  package struct Edge: Hashable, Sendable {
    package let before: Int
    package let after: Int
    /// Whether only a failed branch leads from one to the other.
    package let onFailure: Bool

    package init(before: Int, after: Int, onFailure: Bool) {
      self.before = before
      self.after = after
      self.onFailure = onFailure
    }
  }

  package init(_ kind: OrderKind, _ actions: [Action], _ edges: [Edge]) {
    self.kind = kind
    self.actions = actions
    self.edges = edges
  }

  /// Actions that run one after the other.
  package init(run actions: [Action]) {
    self.init(
      .run, actions,
      actions.indices.dropFirst().map { Edge(before: $0 - 1, after: $0, onFailure: false) })
  }
}
