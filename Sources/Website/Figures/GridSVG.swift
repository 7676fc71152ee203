import Pages

/// Draws a square heatmap: ids above, ids and names at the left, a number in each cell.
struct GridSVG: Drawing {
  private let figure: GridFigure

  init(_ figure: GridFigure) { self.figure = figure }

  let style = "grid"
  var title: String { figure.title }
  var description: String { figure.description }
  var legend: Legend { figure.legend }

  var size: (width: Int, height: Int) {
    (
      Self.left + figure.labels.count * Self.pitch.x + Self.right,
      Self.top + figure.labels.count * Self.pitch.y + 4
    )
  }

  func body(at place: Place) -> String {
    let scale = figure.legend.scale == .sequential ? "c" : "d"
    let rows = figure.cells.enumerated().map { row, cells in
      cells.enumerated().map { column, cell in
        let x = Self.left + column * Self.pitch.x
        let y = Self.top + row * Self.pitch.y
        return draw(cell, "translate(\(x) \(y))", scale, place)
      }.joined()
    }
    return "<g>\(labels)</g>\n" + rows.joined(separator: "\n")
  }
}

extension GridSVG {
  private static let pitch = (x: 34, y: 30)
  private static let cell = (width: 32, height: 28)
  private static let left = 250
  /// Room for the last of the rotated labels.
  private static let right = 34
  private static let top = 72

  private var labels: String {
    figure.labels.enumerated().map { place, label in
      let x = Self.left + place * Self.pitch.x + 19
      let y = Self.top + place * Self.pitch.y + 18
      return """
        <text class="col" transform="translate(\(x) \(Self.top - 6)) rotate(-60)">\(label.id)</text>\
        <text class="lab" x="\(Self.left - 10)" y="\(y)"><tspan class="i">\(label.id)</tspan> \
        \(HTMLText.escape(Self.cut(label.name)))</text>

        """
    }.joined()
  }

  private static func cut(_ name: String) -> String {
    name.count <= 34 ? name : name.prefix(33) + "…"
  }

  private func draw(
    _ cell: GridFigure.Cell, _ transform: String, _ scale: String, _ place: Place
  ) -> String {
    let rect = "width=\"\(Self.cell.width)\" height=\"\(Self.cell.height)\""
    switch cell {
    case .own(let text, let title, let path):
      return link("d", path, transform, title, text, place)
    case .value(let text, let level, let title, let path, let isFaint):
      let style = "\(scale == "c" ? "c" : "v")\(level)" + (isFaint ? " faint" : "")
      return link(style, path, transform, title, text, place)
    case .zero: return "<rect class=\"z\" \(rect) transform=\"\(transform)\"/>"
    case .unreported: return "<rect class=\"z q\" \(rect) transform=\"\(transform)\"/>"
    }
  }

  private func link(
    _ style: String, _ path: String, _ transform: String, _ title: String, _ text: String,
    _ place: Place
  ) -> String {
    """
    <a class="\(style)" href="\(place.href(path))" transform="\(transform)"><title>\
    \(HTMLText.escape(title))</title><rect class="r" width="\(Self.cell.width)" \
    height="\(Self.cell.height)"/><text x="16" y="18">\(text)</text></a>
    """
  }
}
