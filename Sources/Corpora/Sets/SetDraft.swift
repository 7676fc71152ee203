package import Text

/// A row of a table of weighted sets, before its techniques are looked up: techniques, and how many reports
/// have just these.
package struct SetDraft: Sendable {
  /// At least 1.
  package let weight: Int
  /// The cell with their ids.
  package let techniques: String
  /// Where the cell begins.
  package let place: TextPlace
  /// Whose sightings they are, fit to be shown; `nil` where the table does not say.
  package let source: String?
  package let firstSeen: PartialDate?
  package let lastSeen: PartialDate?
}
