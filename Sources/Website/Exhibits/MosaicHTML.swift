import Pages
import Text

/// Writes the mosaic of all techniques: a tactic's name, its most reported, and its squares.
struct MosaicHTML {
  let location: PageLocation

  func write(_ mosaic: Mosaic, to html: inout MarkupWriter) {
    LegendSVG(mosaic.legend).write(to: &html)
    html.put("\n<div class=mosaic>\n")
    for tactic in mosaic.tactics { write(tactic, to: &html) }
    html.put("</div>\n")
  }

  private func write(_ tactic: Mosaic.Tactic, to html: inout MarkupWriter) {
    html.put("<div><h3>")
    html.link(tactic.name, location.href(tactic.path))
    html.put("</h3><p>")
    html.text(tactic.subtitle)
    // Squares are no block: they would be put in the paragraph.
    html.put(tactic.first.isEmpty ? "</p>" : "<ol>")
    for (link, count) in tactic.first {
      html.open("li")
      html.link(link.text, location.href(link.path))
      html.put(" <span>")
      html.count(count)
      html.put("</span>")
    }
    if !tactic.first.isEmpty { html.put("</ol>") }
    writeSquares(tactic.levels, to: &html)
    html.put("</div>\n")
  }

  private static let pitch = 12
  private static let columns = 14

  /// One path per level, in the order of levels.
  private func writeSquares(_ levels: [Int], to html: inout MarkupWriter) {
    let rows = (levels.count + Self.columns - 1) / Self.columns
    let (width, height) = (Self.columns * Self.pitch, rows * Self.pitch)
    html.open(
      "svg", Attribute("viewBox", ViewBox(width: width, height: height)), Attribute("width", width),
      Attribute("height", height), Attribute("aria-hidden", "true"))
    for level in Set(levels).sorted(by: >) {
      html.startPath(level == 0 ? Step("z") : Step("b", level))
      for (index, other) in levels.enumerated() where other == level {
        html.put("M")
        html.integer(index % Self.columns * Self.pitch)
        html.put(level == 0 ? ".5 " : " ")
        html.integer(index / Self.columns * Self.pitch)
        html.put(level == 0 ? ".5h9v9h-9z" : "h10v10h-10z")
      }
      html.endPath()
    }
    html.close("svg")
  }
}
