import Pages
import Text

/// Draws a square heatmap: ids above, ids and names at the left, a number in each cell.
struct GridSVG: Drawing {
  private let figure: GridFigure
  private let rows: RowLabels
  private var left: Int { rows.left }

  init(_ figure: GridFigure) {
    self.figure = figure
    rows = RowLabels(figure.labels)
  }

  let style = "grid"
  var variant: String { rows.variant }
  var title: String { figure.title }
  var description: String { figure.description }
  var legend: Legend { figure.legend }

  var size: (width: Int, height: Int) {
    (
      left + figure.labels.count * Self.pitch.x + Self.right,
      Self.top + figure.labels.count * Self.pitch.y + 4
    )
  }

  func write(at location: PageLocation?, to svg: inout MarkupWriter) {
    svg.open("g")
    writeLabels(to: &svg)
    svg.put("</g>\n")
    for (row, cells) in figure.cells.enumerated() {
      if row > 0 { svg.put("\n") }
      for (column, cell) in cells.enumerated() {
        let corner = Translation(
          x: left + column * Self.pitch.x, y: Self.top + row * Self.pitch.y)
        write(cell, corner, location, to: &svg)
      }
    }
  }
}

extension GridSVG {
  private static let pitch = (x: 34, y: 30)
  private static let cell = (width: 32, height: 28)
  /// Room for the last of the rotated labels.
  private static let right = 30
  private static let top = 68

  private func writeLabels(to svg: inout MarkupWriter) {
    for (index, label) in figure.labels.enumerated() {
      let x = left + index * Self.pitch.x + 19
      svg.element(
        "text", label.id, Attribute("class", "col"),
        Attribute("transform", "translate(\(x),\(Self.top - 6)) rotate(-60)"))
      rows.write(index, y: Self.top + index * Self.pitch.y + 18, to: &svg)
    }
  }

  private func write(
    _ cell: GridFigure.Cell, _ corner: Translation, _ location: PageLocation?,
    to svg: inout MarkupWriter
  ) {
    let size = Self.cell
    switch cell {
    case .own(let text, let title, let path):
      write(
        Box(style: Step("d"), corner: corner, title: title, text: text), path, location, to: &svg)
    case .value(let text, let level, let title, let path, let support):
      let scale: StaticString = figure.legend.scale == .sequential ? "c" : "v"
      let step = Step(scale, level, and: support == .full ? "" : "few")
      let isHatched = support == .words
      let box = Box(style: step, corner: corner, title: title, text: text, isHatched: isHatched)
      write(box, path, location, to: &svg)
    case .zero:
      svg.empty(
        "rect", Attribute("class", "z"), Attribute("width", size.width),
        Attribute("height", size.height),
        Attribute("transform", corner))
    case .unreported:
      svg.open("g", Attribute("transform", corner))
      svg.empty(
        "rect", Attribute("class", "z"), Attribute("width", size.width),
        Attribute("height", size.height))
      svg.put(Self.hatch)
      svg.close("g")
    }
  }

  /// Lines across a cell of which little or nothing is known.
  private static let hatch: StaticString =
    "<path d=\"M0 10L10 0M0 19L19 0M0 28L28 0M9 28L32 5M18 28L32 14\"/>"

  /// A cell with a number.
  private struct Box {
    let style: Step
    let corner: Translation
    let title: String
    let text: String
    var isHatched = false
  }

  /// On a page a link to details, whose number the style sheet positions; in a file a shape.
  private func write(
    _ box: Box, _ path: String, _ location: PageLocation?, to svg: inout MarkupWriter
  ) {
    if let location {
      svg.open(
        "a", Attribute("class", box.style), Attribute("href", location.href(path)),
        Attribute("transform", box.corner))
      svg.element("title", box.title)
    } else {
      svg.open("g", Attribute("class", box.style), Attribute("transform", box.corner))
    }
    svg.empty("rect", Attribute("width", Self.cell.width), Attribute("height", Self.cell.height))
    if box.isHatched { svg.put(Self.hatch) }
    if location != nil {
      svg.element("text", box.text)
      svg.close("a")
    } else {
      svg.element("text", box.text, Attribute("x", 16), Attribute("y", 18))
      svg.close("g")
    }
  }
}
