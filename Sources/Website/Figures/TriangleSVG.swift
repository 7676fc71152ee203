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

  func write(at location: PageLocation?, to svg: inout MarkupWriter) {
    svg.open("g")
    for (column, label) in figure.labels.dropLast().enumerated() {
      let x = labels.left + column * Self.pitch.x + Self.cell.width / 2
      svg.element(
        "text", label.id, Attribute("class", "i"), Attribute("x", x), Attribute("y", Self.top - 7))
    }
    svg.put("</g>\n")
    for (row, cells) in figure.rows.enumerated() {
      if row > 0 { svg.put("\n") }
      let y = Self.top + row * Self.pitch.y
      labels.write(row, y: y + Self.cell.height / 2 + 4, to: &svg)
      for (column, cell) in cells.enumerated() {
        let corner = Translation(x: labels.left + column * Self.pitch.x, y: y)
        write(cell, corner, location, to: &svg)
      }
    }
  }
}

extension TriangleSVG {
  private static let pitch = (x: 76, y: 44)
  private static let cell = (width: 74, height: 42)
  private static let top = 22

  private func write(
    _ cell: TriangleFigure.Cell, _ corner: Translation, _ location: PageLocation?,
    to svg: inout MarkupWriter
  ) {
    let style = cell.level.map { Step("v", $0) } ?? Step("d")
    let address = location.flatMap { index in cell.path.map { index.href($0) } }
    let middle = Self.cell.width / 2
    svg.put(address == nil ? "<g" : "<a")
    svg.attributes(
      Attribute("class", style), Attribute("href", address), Attribute("transform", corner))
    svg.element("title", cell.title)
    svg.empty("rect", Attribute("width", Self.cell.width), Attribute("height", Self.cell.height))
    svg.element("text", cell.number, Attribute("x", middle), Attribute("y", 19))
    svg.element(
      "text", cell.note, Attribute("class", "sm"), Attribute("x", middle), Attribute("y", 33))
    svg.put(address == nil ? "</g>" : "</a>")
  }
}
