/// The colours of a figure and what each means.
package struct Legend: Sendable {
  /// `Reports that cite both, of 185`.
  package let title: String
  /// What each level holds, the first first: `2–3`.
  package let labels: [String]
  package let scale: Scale
  /// One more sentence beside it.
  package var note: String?

  package enum Scale: String, Sendable {
    /// More is further from the ground.
    case sequential
    /// Below, at and above the expected.
    case diverging
  }
}
