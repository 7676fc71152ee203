import Pages
import Text

/// Draws the lower half of a square heatmap: a large and a small number in each cell.
struct TriangleSVG: Drawing {
  private let figure: TriangleFigure
  private let labels: RowLabels

  init(_ figure: TriangleFigure) {
    self.figure = figure
    labels = RowLabels(figure.labels)
  }

  let style = "grid"
  /// On a page the cells of other grids have their number set by the style; these have two.
  var variant: String { labels.variant + " lower" }
  var title: String { figure.title }
  var description: String { figure.description }
  var legend: Legend { figure.legend }

  var size: (width: Int, height: Int) {
    (
      labels.left + figure.labels.count * Self.pitch.x + 4,
      Self.top + figure.labels.count * Self.pitch.y + 4
    )
  }

  func body(at place: PageLocation?) -> String {
    let heads = figure.labels.dropLast().enumerated().map { column, label in
      let x = labels.left + column * Self.pitch.x + Self.cell.width / 2
      return
        "<text class=\"i\" x=\"\(x)\" y=\"\(Self.top - 7)\">\(HTMLText.escape(label.id))</text>"
    }
    let rows = figure.rows.enumerated().map { row, cells in
      let y = Self.top + row * Self.pitch.y
      return labels.text(row, y: y + Self.cell.height / 2 + 4)
        + cells.enumerated().map { column, cell in
          draw(cell, "translate(\(labels.left + column * Self.pitch.x),\(y))", place)
        }.joined()
    }
    return "<g>\(heads.joined())</g>\n" + rows.joined(separator: "\n")
  }
}

extension TriangleSVG {
  private static let pitch = (x: 76, y: 44)
  private static let cell = (width: 74, height: 42)
  private static let top = 22

  private func draw(_ cell: TriangleFigure.Cell, _ transform: String, _ place: PageLocation?)
    -> String
  {
    let style = cell.level.map { "v\($0)" } ?? "d"
    let address = place.flatMap { place in cell.path.map { " href=\"\(place.href($0))\"" } }
    let tag = address == nil ? "g" : "a"
    let middle = Self.cell.width / 2
    return """
      <\(tag) class="\(style)"\(address ?? "") transform="\(transform)"><title>\
      \(HTMLText.escape(cell.title))</title>\
      <rect width="\(Self.cell.width)" height="\(Self.cell.height)"/>\
      <text x="\(middle)" y="19">\(HTMLText.escape(cell.number))</text>\
      <text class="sm" x="\(middle)" y="33">\(HTMLText.escape(cell.note))</text></\(tag)>
      """
  }
}
