/// What was shown against what came true: one dot per group of cases, a line where both are equal.
package struct CalibrationFigure: Figure {
  package let title: String
  package let description: String
  package let legend: Legend
  /// By ascending `shown`, both 0...1.
  package let dots: [(shown: Double, cameTrue: Double)]
  package let file: String?
}
