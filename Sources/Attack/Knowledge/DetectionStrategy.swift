/// How ATT&CK would detect a technique, from v18 on: a strategy with its analytics.
package struct DetectionStrategy: Hashable, Sendable {
  /// `DET0364`.
  package let id: ObjectID
  package let name: String
  /// Where a team defines it; `nil` where MITRE does.
  package let definition: String?
  /// The live ones, by id.
  package let analytics: [Analytic]

  package init(id: ObjectID, name: String, definition: String? = nil, analytics: [Analytic]) {
    self.id = id
    self.name = name
    self.definition = definition
    self.analytics = analytics
  }

  /// An analytic of a strategy; ATT&CK names it by a number alone.
  package struct Analytic: Hashable, Sendable {
    /// `AN1031`.
    package let id: ObjectID
    /// Where it works, by name.
    package let platforms: [String]

    package init(id: ObjectID, platforms: [String]) {
      self.id = id
      self.platforms = platforms
    }
  }
}
