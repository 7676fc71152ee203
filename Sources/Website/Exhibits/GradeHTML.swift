import Text
import Measures
import Pages

/// Writes how much more often than expected: firm and possible look different, the rest is grey.
enum GradeHTML {
  static func times(_ ratio: Double, _ lower: Double, _ grade: Grade?) -> String {
    marked(Format.times(ratio, atLeast: lower, grade), grade)
  }

  /// Words or a number in the look of a grade.
  static func marked(_ words: String, _ grade: Grade?) -> String {
    switch grade {
    case .firm: "<b class=\"up\">\(words)</b>"
    case .possible: "<span class=\"may\">\(words)</span>"
    default: words
    }
  }
}
