/// The ATT&CK matrix with a number in each cell: a column a tactic, a cell a technique.
package struct MatrixFigure: Sendable {
  package let title: String
  package let description: String
  package let legend: Legend
  package let columns: [Column]
  /// Where it stands as a file of its own, `figures/T1047.svg`; `nil` where only on its page.
  package let file: String?

  package struct Column: Sendable {
    package let title: String
    /// `9 of 17`.
    package let subtitle: String
    package let cells: [Cell]
  }

  package struct Cell: Sendable {
    package let name: String
    package let path: String
    package let number: Int
    /// Of the colours, 1...7; 0 for the technique that the figure is about.
    package let level: Int
    /// The levels of its sub-techniques, strongest first.
    package let subs: [Int]
  }
}

/// The colours of a figure and what they stand for, told above it.
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
