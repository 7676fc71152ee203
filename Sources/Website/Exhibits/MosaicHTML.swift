import Text
import Pages

/// Writes the mosaic of all techniques: a tactic's name, its most reported, and its squares.
struct MosaicHTML {
  let place: PageLocation

  func html(_ mosaic: Mosaic) -> String {
    LegendSVG(mosaic.legend).html + "\n<div class=\"mosaic\">\n"
      + mosaic.tactics.map(tactic).joined() + "</div>\n"
  }

  private func tactic(_ tactic: Mosaic.Tactic) -> String {
    let first = tactic.first.map { link, count in
      """
      <li><a href="\(place.href(link.path))">\(HTMLText.escape(link.text))</a> \
      <span>\(Format.count(count))</span></li>
      """
    }.joined()
    return """
      <div><h3><a href="\(place.href(tactic.path))">\(HTMLText.escape(tactic.name))</a></h3>\
      <p>\(HTMLText.escape(tactic.subtitle))</p>\(first.isEmpty ? "" : "<ol>\(first)</ol>")\
      \(squares(tactic.levels))</div>

      """
  }

  private static let pitch = 12
  private static let columns = 14

  /// One path a level: they stand in its order.
  private func squares(_ levels: [Int]) -> String {
    let rows = (levels.count + Self.columns - 1) / Self.columns
    var paths: [Int: String] = [:]
    for (place, level) in levels.enumerated() {
      let x = place % Self.columns * Self.pitch
      let y = place / Self.columns * Self.pitch
      paths[level, default: ""] += level == 0 ? "M\(x).5 \(y).5h9v9h-9z" : "M\(x) \(y)h10v10h-10z"
    }
    let drawn = paths.sorted { $0.key > $1.key }.map { level, path in
      "<path class=\"\(level == 0 ? "z" : "b\(level)")\" d=\"\(path)\"/>"
    }
    let (width, height) = (Self.columns * Self.pitch, rows * Self.pitch)
    return """
      <svg viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      aria-hidden="true">\(drawn.joined())</svg>
      """
  }
}
