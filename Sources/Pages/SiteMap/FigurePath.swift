/// Where the figures are that are files of their own.
package enum FigurePath {
  private static let folder = "figures/"

  /// All techniques by all techniques.
  static let map = path(of: "all")
  /// What was shown against what came true.
  static let calibration = path(of: "calibration")
  /// What methods find of what was hidden.
  static let recall = path(of: "recall")
  /// Who came into a technique's ten.
  static let changes = path(of: "changes")

  /// A figure by its name.
  static func path(of name: String) -> String { "\(folder)\(name).svg" }

  /// Whether a path is that of a figure.
  package static func contains(_ path: String) -> Bool { path.hasPrefix(folder) }
}
