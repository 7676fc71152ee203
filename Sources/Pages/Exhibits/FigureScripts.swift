/// What a page of pairs loads once its reader points at a cell of a figure: `figures.js`, and which
/// report cites what.
enum FigureScripts {
  static let code = ["model.js", figures]
  /// Enough where the figure itself says all that is told.
  static let figures = "figures.js"
  static let data = [DataScriptName.explorer]
}
