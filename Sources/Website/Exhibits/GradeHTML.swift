import Measures
import Pages

/// Writes how much more often than expected: firm and possible look different, the rest is grey.
enum GradeHTML {
  static func times(_ ratio: Double, _ lower: Double, _ grade: Grade?) -> String {
    let words = Format.times(ratio, atLeast: lower, grade)
    return switch grade {
    case .firm: "<b class=\"up\">\(words)</b>"
    case .possible: "<span class=\"may\">\(words)</span>"
    default: words
    }
  }
}
