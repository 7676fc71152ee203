import Text

/// The number of a step, which may be of several parts: 2.9 comes before 2.10.
struct StepNumber: Hashable {
  private let parts: [Int]

  /// - Returns: `nil` for all that is not made of digits and points between them.
  init?(_ text: String) {
    let texts = text.trimmed.split(separator: ".", omittingEmptySubsequences: false)
    parts = texts.compactMap { part in
      part.utf8.count <= Self.mostDigits && part.utf8.allSatisfy(\.isDigit) ? Int(part) : nil
    }
    guard parts.count == texts.count else { return nil }
  }

  private static let mostDigits = 18
}

extension StepNumber: Comparable {
  static func < (left: StepNumber, right: StepNumber) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}
