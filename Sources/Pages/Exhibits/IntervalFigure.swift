/// Shares with their intervals: a row each, a dot and the line around it.
package struct IntervalFigure: Figure {
  package let title: String
  package let description: String
  package let legend: Legend
  package let rows: [Row]
  package let file: String?

  package struct Row: Sendable {
    package let name: String
    package let value: Double
    package let interval: ClosedRange<Double>
    /// The one that the figure is about.
    package let isOurs: Bool
  }
}
