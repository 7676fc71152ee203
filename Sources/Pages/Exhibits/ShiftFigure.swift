/// Shares before and now: a row each, a ring, a dot, and the line from one to the other.
package struct ShiftFigure: Figure {
  package let title: String
  package let description: String
  package let legend: Legend
  package let rows: [Row]
  package let file: String?

  package struct Row: Sendable {
    /// `T1219 Remote Access Tools`.
    package let name: String
    /// The other of the pair.
    package let other: String
    /// Both 0...1.
    package let before: Double
    package let now: Double
  }
}
