/// The style that a figure carries when it stands alone: light and dark, and on paper light.
enum FigureStyle {
  static let css: String = {
    let light = colours(
      ground: "#fff", text: "#14202b", faint: "#53606c", line: "#dfe5ea", edge: "#8a97a3",
      hot: "#a8430f", ramp: ramp, ink: ink, diverging: diverging, divergingInk: divergingInk)
    let dark = colours(
      ground: "#10161c", text: "#e4e9ee", faint: "#9fabb6", line: "#2a343d", edge: "#71808d",
      hot: "#f2a36b", ramp: ramp.reversed(), ink: ink.reversed(), diverging: darkDiverging,
      divergingInk: darkDivergingInk)
    return shapes + light + "@media screen and (prefers-color-scheme:dark){\(dark)}"
  }()

  private static let ramp = [
    "#e8f1fa", "#c7dcef", "#9dc3e0", "#6ba3cf", "#3f80b8", "#1f5a96", "#0a3166",
  ]
  private static let ink = ["#14202b", "#14202b", "#101a24", "#000", "#000", "#fff", "#fff"]
  private static let diverging = [
    "#3f80b8", "#b5d3ea", "#f1f1ee", "#fbdcc0", "#f3ae7a", "#d9732f", "#8f3a06",
  ]
  private static let divergingInk = [
    "#000", "#14202b", "#14202b", "#14202b", "#000", "#000", "#fff",
  ]
  private static let darkDiverging = [
    "#5f9fd6", "#23425f", "#262e36", "#50341f", "#8f501b", "#e08a48", "#fbd0a8",
  ]
  private static let darkDivergingInk = ["#000", "#fff", "#fff", "#fff", "#fff", "#000", "#000"]

  private static let shapes = """
    text{font:10.5px/1 system-ui,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}\
    .title{font-size:15px;font-weight:700}.n{font-weight:700;font-size:11px}\
    .h text{font-weight:700}.h .m{font-weight:400}\
    .grid text{font-size:12px;text-anchor:middle}.grid .lab{font-size:11.5px;text-anchor:end}\
    .grid .col{font-size:11.5px;text-anchor:start}.grid .d text{font-weight:700}
    """

  private static func colours(
    ground: String, text: String, faint: String, line: String, edge: String, hot: String,
    ramp: [String], ink: [String], diverging: [String], divergingInk: [String]
  ) -> String {
    var css = ".ground,.p{fill:\(ground)}text{fill:\(text)}.m,.i,.col{fill:\(faint)}"
    for level in 0..<7 {
      css += ".b\(level + 1),.c\(level + 1) .r{fill:\(ramp[level])}"
      css += ".c\(level + 1) text{fill:\(ink[level])}"
      css += ".d\(level + 1),.v\(level + 1) .r{fill:\(diverging[level])}"
      css += ".v\(level + 1) text{fill:\(divergingInk[level])}"
    }
    return css + ".self .r{fill:\(ground);stroke:\(hot);stroke-width:1.5}"
      + ".d .r{fill:\(ground);stroke:\(edge)}.z{fill:none;stroke:\(line)}"
  }
}
