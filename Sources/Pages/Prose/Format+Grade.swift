package import Measures
package import Text

extension Format {
  /// How many times the expected: `1.3×`.
  package static func times(_ ratio: Double) -> String { "\(decimal(ratio, 1))×" }

  /// How many times the expected: `at least 1.3×` where firm, `possibly 1.6×`, or `about 1.0×`.
  package static func times(_ ratio: Double, atLeast lower: Double, _ grade: Grade?) -> String {
    switch grade {
    case .firm: atLeast(lower)
    case .possible: "possibly \(decimal(ratio, 1))×"
    default: "about \(decimal(ratio, 1))×"
    }
  }
}
