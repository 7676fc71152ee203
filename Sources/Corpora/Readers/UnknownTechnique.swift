/// An id of a technique's form that is no live technique, nor leads to one.
package struct UnknownTechnique: Hashable, Sendable {
  /// As it is written.
  package let text: String
  package let kind: Kind
  /// What may have been meant: the id of a live technique.
  package let suggestion: String?

  /// What became of it, as far as it can be told; the raw value is its name in files.
  package enum Kind: String, Sendable {
    case typingError = "typing error"
    case retired = "retired without a successor"
    case otherMatrix = "another matrix"
    case newerRelease = "of a newer release"
  }
}

extension UnknownTechnique: CustomStringConvertible {
  /// `T1071.011 is no technique; did you mean T1071.001?`.
  package var description: String {
    let what =
      switch kind {
      case .typingError: "is no technique of this release"
      case .retired: "was retired without a successor"
      case .otherMatrix: "is of a matrix that is not loaded"
      case .newerRelease: "may be of a newer release"
      }
    return "`\(text)` \(what)" + (suggestion.map { "; did you mean \($0)?" } ?? "")
  }
}
