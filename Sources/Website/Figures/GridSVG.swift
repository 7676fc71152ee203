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

  func body(at place: PageLocation?) -> String {
    let drawn = figure.cells.enumerated().map { row, cells in
      cells.enumerated().map { column, cell in
        let x = left + column * Self.pitch.x
        let y = Self.top + row * Self.pitch.y
        return draw(cell, "translate(\(x),\(y))", place)
      }.joined()
    }
    return "<g>\(labels)</g>\n" + drawn.joined(separator: "\n")
  }
}

extension GridSVG {
  private static let pitch = (x: 34, y: 30)
  private static let cell = (width: 32, height: 28)
  /// Room for the last of the rotated labels.
  private static let right = 30
  private static let top = 68

  private var labels: String {
    figure.labels.enumerated().map { place, label in
      let x = left + place * Self.pitch.x + 19
      let y = Self.top + place * Self.pitch.y + 18
      return """
        <text class="col" transform="translate(\(x),\(Self.top - 6)) rotate(-60)">\(label.id)</text>\
        \(rows.text(place, y: y))
        """
    }.joined()
  }

  private func draw(_ cell: GridFigure.Cell, _ transform: String, _ place: PageLocation?) -> String
  {
    let scale = figure.legend.scale == .sequential ? "c" : "v"
    switch cell {
    case .own(let text, let title, let path):
      return box("d", path, transform, title, text, place)
    case .value(let text, let level, let title, let path, let support):
      let few = support == .full ? "" : " few"
      return box(
        "\(scale)\(level)\(few)", path, transform, title, text, place,
        isHatched: support == .words)
    case .zero: return "<rect class=\"z\" \(Self.rect) transform=\"\(transform)\"/>"
    case .unreported:
      return "<g transform=\"\(transform)\"><rect class=\"z\" \(Self.rect)/>\(Self.hatch)</g>"
    }
  }

  private static let rect = "width=\"\(cell.width)\" height=\"\(cell.height)\""
  /// Lines across a cell of which little or nothing is known.
  private static let hatch = "<path d=\"M0 10L10 0M0 19L19 0M0 28L28 0M9 28L32 5M18 28L32 14\"/>"

  /// A link that tells more on a page, whose style sets the number in its place; a shape in a file.
  private func box(
    _ style: String, _ path: String, _ transform: String, _ title: String, _ text: String,
    _ place: PageLocation?, isHatched: Bool = false
  ) -> String {
    let shape = "<rect \(Self.rect)/>\(isHatched ? Self.hatch : "")"
    let number = HTMLText.escape(text)
    guard let place else {
      return """
        <g class="\(style)" transform="\(transform)">\(shape)<text x="16" y="18">\(number)</text></g>
        """
    }
    return """
      <a class="\(style)" href="\(place.href(path))" transform="\(transform)"><title>\
      \(HTMLText.escape(title))</title>\(shape)<text>\(number)</text></a>
      """
  }
}
