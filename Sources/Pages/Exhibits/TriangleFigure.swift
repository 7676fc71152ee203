/// A heatmap of the pairs of some techniques: the lower half of a square, its diagonal outlined.
package struct TriangleFigure: Figure {
  package let title: String
  package let description: String
  package let legend: Legend
  /// Of the rows, and of the columns from left to right.
  package let labels: [GridFigure.Label]
  /// Row by row; the last of each is on the diagonal.
  package let rows: [[Cell]]
  package let file: String?

  /// A large number above a small one.
  package struct Cell: Sendable {
    package let number: String
    package let note: String
    /// Of the colours; `nil` on the diagonal.
    package let level: Int?
    package let title: String
    /// Where its reports are, if there are any.
    package let path: String?
  }
}
