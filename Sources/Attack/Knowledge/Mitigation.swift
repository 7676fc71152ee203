/// What ATT&CK advises against a technique: a live course of action.
package struct Mitigation: Hashable, Sendable {
  /// `M1038`.
  package let id: ObjectID
  package let name: String

  package init(id: ObjectID, name: String) {
    self.id = id
    self.name = name
  }
}

extension Mitigation: Comparable {
  package static func < (left: Mitigation, right: Mitigation) -> Bool {
    (left.id, left.name) < (right.id, right.name)
  }
}
