import Pages
import Text

/// The style of a figure in a file of its own: light and dark, and on paper light.
enum FigureStyle {
  /// The style of a `matrix`, a `grid`, a `plot` or the `whole` in the colours of a scale, and no more
  /// than it uses.
  static func css(_ style: String, _ scale: Legend.Scale) -> [UInt8] {
    (scale == .sequential ? sequentialSheets : divergingSheets)[style] ?? []
  }

  private static let sequentialSheets = sheets(sequential)
  private static let divergingSheets = sheets(diverging)

  private static func sheets(_ colours: Colours) -> [String: [UInt8]] {
    [
      "matrix": sheet(matrix, matrixRules, colours), "grid": sheet(grid, gridRules, colours),
      "whole": sheet(whole, wholeRules, colours), "plot": sheet(plot, plotRules, colours),
    ]
  }

  private static func sheet(
    _ shapes: String, _ rules: (Colours, [(ground: String, text: String)], Theme) -> String,
    _ colours: Colours
  ) -> [UInt8] {
    let light = rules(colours, colours.light, light)
    let dark = rules(colours, colours.dark, dark)
    return Array(
      "\(base)\(shapes)\(light)@media screen and (prefers-color-scheme:dark){\(dark)}".utf8)
  }

  /// What the cells of a scale look like: their class, and the colours of ground and text.
  private struct Colours {
    let cell: String
    let step: String
    let light: [(ground: String, text: String)]
    let dark: [(ground: String, text: String)]
  }

  private static let sequential: Colours = {
    let ramp = [
      ("#e8f1fa", "#14202b"), ("#c7dcef", "#14202b"), ("#9dc3e0", "#101a24"), ("#6ba3cf", "#000"),
      ("#3f80b8", "#000"), ("#1f5a96", "#fff"), ("#0a3166", "#fff"),
    ]
    return Colours(cell: "c", step: "b", light: ramp, dark: ramp.reversed())
  }()

  private static let diverging = Colours(
    cell: "v", step: "d",
    light: [
      ("#3f80b8", "#000"), ("#b5d3ea", "#14202b"), ("#f1f1ee", "#14202b"), ("#fbdcc0", "#14202b"),
      ("#f3ae7a", "#000"), ("#d9732f", "#000"), ("#8f3a06", "#fff"),
    ],
    dark: [
      ("#5f9fd6", "#000"), ("#23425f", "#fff"), ("#262e36", "#fff"), ("#50341f", "#fff"),
      ("#8f501b", "#fff"), ("#e08a48", "#000"), ("#fbd0a8", "#000"),
    ])

  private static let base = """
    text{font:10.5px/1 Arial,Helvetica,"Liberation Sans",sans-serif}\
    .title{font-size:15px;font-weight:700}.m{font-size:11px}
    """
  private static let matrix = """
    .n{font-weight:700;font-size:11px}.h text{font-weight:700}.h .m{font-weight:400}\
    path{stroke-width:2;paint-order:stroke}.r{stroke-width:0}
    """
  private static let grid = """
    .grid text{font-size:12px;text-anchor:middle}.grid .lab{font-size:11.5px;text-anchor:end}\
    .grid .col{font-size:11.5px;text-anchor:start}.d text{font-weight:700}\
    .grid path,.z{fill:none}.grid path{stroke-width:.6}.grid .sm{font-size:10.5px;font-weight:400}
    """
  private static let whole = """
    .whole text{font-size:12px;font-weight:700}.whole .mi text{font-weight:400}\
    .whole .r,.whole .o{fill:none}\
    .whole path{shape-rendering:crispEdges}.o{stroke-width:1}
    """

  private static let plot = """
    .plot path{fill:none}.one{stroke-dasharray:4 3}.ln,.ring{stroke-width:2}.thin{stroke-width:1}.h{font-weight:700}\
    .end{text-anchor:end}.mid{text-anchor:middle}
    """

  /// The colours of all that is not a cell.
  private struct Theme {
    let ground: String
    let text: String
    let faint: String
    let line: String
    let edge: String
    let hot: String
  }

  private static let light = Theme(
    ground: "#fff", text: "#14202b", faint: "#53606c", line: "#dfe5ea", edge: "#8a97a3",
    hot: "#a8430f")
  private static let dark = Theme(
    ground: "#10161c", text: "#e4e9ee", faint: "#9fabb6", line: "#2a343d", edge: "#71808d",
    hot: "#f2a36b")

  private static func matrixRules(
    _ colours: Colours, _ levels: [(ground: String, text: String)], _ theme: Theme
  ) -> String {
    common(colours, levels, theme, cell: ".r")
      + "path{stroke:\(theme.ground)}.self text{fill:\(theme.text)}"
      + ".self .r{fill:\(theme.ground);stroke:\(theme.hot);stroke-width:1.5}"
  }

  private static func gridRules(
    _ colours: Colours, _ levels: [(ground: String, text: String)], _ theme: Theme
  ) -> String {
    let few = levels.enumerated().map { ".few.\(colours.cell)\($0 + 1) rect{stroke:\($1.ground)}" }
    return common(colours, levels, theme) + few.joined()
      + ".z{stroke:\(theme.line)}.grid path{stroke:\(theme.edge)}"
      + ".few text,.d text{fill:\(theme.text)}.few rect,.d rect{fill:\(theme.ground)}"
      + ".few rect{stroke-width:2}.d rect{stroke:\(theme.edge)}"
  }

  private static func wholeRules(
    _ colours: Colours, _ levels: [(ground: String, text: String)], _ theme: Theme
  ) -> String {
    common(colours, levels, theme) + ".o{stroke:\(theme.text)}"
  }

  private static func plotRules(
    _ colours: Colours, _ levels: [(ground: String, text: String)], _ theme: Theme
  ) -> String {
    common(colours, levels, theme)
      + ".ring{fill:\(theme.ground);stroke:\(levels[5].ground)}.gr{stroke:\(theme.line)}.one{stroke:\(theme.edge)}.ln{stroke:\(theme.faint)}"
  }

  private static func common(
    _ colours: Colours, _ levels: [(ground: String, text: String)], _ theme: Theme,
    cell shape: String = "rect"
  ) -> String {
    var css = ".ground{fill:\(theme.ground)}text{fill:\(theme.text)}"
    css += ".m,.i,.col{fill:\(theme.faint)}"
    for (index, level) in levels.enumerated() {
      css +=
        ".\(colours.step)\(index + 1),.\(colours.cell)\(index + 1) \(shape){fill:\(level.ground)}"
    }
    for run in Array(levels.enumerated()).chunked(by: { $0.element.text == $1.element.text }) {
      let cells = run.map { ".\(colours.cell)\($0.offset + 1) text" }
      css += "\(cells.joined(separator: ",")){fill:\(levels[run.startIndex].text)}"
    }
    return css
  }
}
