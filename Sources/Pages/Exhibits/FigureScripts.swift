/// What a page of pairs loads once its reader points at a cell of a figure: `figures.js`, and which
/// report cites what.
enum FigureScripts {
  static let code = ["model.js", "figures.js"]
  static let data = [DataScriptName.explorer]
}
