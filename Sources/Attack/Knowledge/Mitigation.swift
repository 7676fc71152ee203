/// What ATT&CK advises against a technique: a live course of action.
package struct Mitigation: Hashable, Sendable {
  /// `M1038`.
  package let id: ObjectID
  package let name: String
  /// Where a team defines it; `nil` where MITRE does.
  package let definition: String?

  package init(id: ObjectID, name: String, definition: String? = nil) {
    self.id = id
    self.name = name
    self.definition = definition
  }
}

extension Mitigation: Comparable {
  package static func < (left: Mitigation, right: Mitigation) -> Bool {
    (left.id, left.name) < (right.id, right.name)
  }
}
