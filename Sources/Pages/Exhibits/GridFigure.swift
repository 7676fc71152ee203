/// A square heatmap of some techniques by the same techniques.
package struct GridFigure: Figure {
  package let title: String
  package let description: String
  package let legend: Legend
  /// Of the rows, and of the columns from left to right.
  package let labels: [Label]
  /// Row by row.
  package let cells: [[Cell]]
  package let file: String?

  package struct Label: Sendable {
    package let id: String
    package let name: String
  }

  package enum Cell: Sendable {
    /// A technique with itself: its own number of reports.
    case own(String, title: String, path: String)
    /// A number, and how reliable it is on the reports of its row.
    case value(String, level: Int, title: String, path: String, SampleSize)
    /// Never seen together.
    case zero
    /// The row's technique is in no report: nothing is known.
    case unreported
  }
}
