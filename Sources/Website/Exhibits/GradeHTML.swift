import Measures
import Pages

/// Writes how much more often than expected: firm and possible look different, the rest is grey.
enum GradeHTML {
  /// `at least 1.3×`, or `about 1.0×`.
  static func times(_ ratio: Double, _ lower: Double, _ grade: Grade?) -> String {
    switch grade {
    case .firm: "<b class=\"up\">at least \(bound(lower))×</b>"
    case .possible: "<span class=\"may\">at least \(bound(lower))×</span>"
    default: "about \(Format.decimal(ratio, 1))×"
    }
  }

  static func bound(_ lower: Double) -> String { Format.bound(lower) }

  /// With two digits.
  static func fineBound(_ lower: Double) -> String {
    Format.decimal(lower < 1 ? min(lower, 0.994) : lower, 2)
  }
}
