/// What was shown against what came true: a dot a group of cases, a line where both are equal.
package struct CalibrationFigure: Sendable {
  package let title: String
  package let description: String
  package let legend: Legend
  /// By rising `shown`, both 0...1.
  package let dots: [(shown: Double, cameTrue: Double)]
  package let file: String
}

/// Shares with their intervals: a row each, a dot and the line around it.
package struct IntervalFigure: Sendable {
  package let title: String
  package let description: String
  package let legend: Legend
  package let rows: [Row]
  package let file: String

  package struct Row: Sendable {
    package let name: String
    package let value: Double
    package let interval: ClosedRange<Double>
    /// The one that the figure is about.
    package let isOurs: Bool
  }
}
