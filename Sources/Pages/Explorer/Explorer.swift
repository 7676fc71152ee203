/// What the explorer is worked with, and the example that it shows before anything is observed.
package struct Explorer: Sendable {
  package let observed: [Observation]
  /// In matrix order.
  package let tactics: [String]
  package let platforms: [String]
  /// Whose reports can be counted alone; none where all are ATT&CK's.
  package let origins: [String]
  /// Whether the team says what it covers.
  package let hasCoverage: Bool
  /// Whether anything says which technique comes before which.
  package let hasSteps: Bool

  package struct Observation: Sendable {
    package let id: String
    package let name: String
    package let path: String
  }
}

/// A part of the explorer that a script fills.
package enum ExplorerPart: String, Sendable {
  /// The way in, on the front page: what was seen?
  case question
  /// What would be most informative about the list.
  case informative
  /// What shows most of the list.
  case looks
  /// The list as files.
  case files
}
