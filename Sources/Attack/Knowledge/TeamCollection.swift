/// A team's own collection of objects, which stands beside a release of ATT&CK.
package struct TeamCollection: Hashable, Sendable {
  /// Its STIX id: what has the same is a release of the same collection.
  package let id: String
  package let name: String
  /// `0.3`; `nil` if it does not say.
  package let version: String?

  package init(id: String, name: String, version: String?) {
    self.id = id
    self.name = name
    self.version = version
  }

  /// `Our extensions 0.3`.
  package var title: String { [name, version].compactMap(\.self).joined(separator: " ") }
}

extension TeamCollection: Comparable {
  package static func < (left: TeamCollection, right: TeamCollection) -> Bool {
    (left.name, left.id) < (right.name, right.id)
  }
}
