import Pages

/// Draws the ATT&CK matrix: a column a tactic, a cell a technique, its subs as small squares.
struct MatrixSVG: Drawing {
  private let figure: MatrixFigure

  init(_ figure: MatrixFigure) { self.figure = figure }

  let style = "matrix"
  var title: String { figure.title }
  var description: String { figure.description }
  var legend: Legend { figure.legend }

  var size: (width: Int, height: Int) {
    let rows = figure.columns.map(\.cells.count).max() ?? 0
    return (max(1, figure.columns.count) * Self.pitch.x, Self.head + rows * Self.pitch.y)
  }

  func body(at place: Place?) -> String {
    figure.columns.enumerated().map { number, column in
      """
      <g transform="translate(\(number * Self.pitch.x))">\(head(column))
      \(place.map { links(column, at: $0) } ?? runs(column))</g>

      """
    }.joined()
  }
}

extension MatrixSVG {
  private static let pitch = (x: 88, y: 39)
  private static let cell = (width: 86, height: 37)
  /// Of a cell's text from its left.
  private static let inset = 4
  private static let head = 40
  private static let names = TextLines(measure: TextWidth(size: 10.5), width: 79.5)
  private static let heads = TextLines(measure: TextWidth(size: 10.5, isBold: true), width: 85)

  private func head(_ column: MatrixFigure.Column) -> String {
    let lines = Self.heads.split(column.title)
    let first = lines.count == 1 ? 21 : 9
    return """
      <g class="h">\(text(lines, x: 0, y: first, step: 12))<text class="m" y="34">\
      \(HTMLText.escape(column.subtitle))</text></g>
      """
  }

  /// Each cell a link to its technique's page.
  private func links(_ column: MatrixFigure.Column, at place: Place) -> String {
    column.cells.enumerated().map { row, cell in
      """
      <a class="\(Self.style(cell))" href="\(place.href(cell.path))" \
      transform="translate(0,\(Self.head + row * Self.pitch.y))">\(name(cell))<rect \
      width="\(Self.cell.width)" height="\(Self.cell.height)"/>\(inside(cell, y: nil))</a>

      """
    }.joined()
  }

  /// Neighbours of one colour as one shape: a file on its own has no links to tell them apart.
  private func runs(_ column: MatrixFigure.Column) -> String {
    let cells = Array(column.cells.enumerated())
    let runs = cells.chunked { $0.element.level == $1.element.level }.map { run in
      let boxes = run.map { row, _ in
        "M-\(Self.inset) \(Self.head + row * Self.pitch.y)h\(Self.cell.width)v\(Self.cell.height)h-\(Self.cell.width)z"
      }
      let texts = run.map { row, cell in inside(cell, y: Self.head + row * Self.pitch.y) }
      return """
        <g class="\(run.first.map { Self.style($0.element) } ?? "")"><path class="r" \
        d="\(boxes.joined())"/>\(texts.joined(separator: "\n"))</g>

        """
    }
    return "<g transform=\"translate(\(Self.inset))\">\(runs.joined())</g>"
  }

  private static func style(_ cell: MatrixFigure.Cell) -> String {
    cell.level == 0 ? "self" : "c\(cell.level)"
  }

  /// The whole name, where the cell has no room for it.
  private func name(_ cell: MatrixFigure.Cell) -> String {
    Self.names.split(cell.name).joined() == cell.name
      ? "" : "<title>\(HTMLText.escape(cell.name))</title>"
  }

  /// A cell's name, number and squares: on a page, whose style sets the text in its place, or in a
  /// file, where the cell's top is at `y` and its text begins at 0.
  private func inside(_ cell: MatrixFigure.Cell, y: Int?) -> String {
    let lines = Self.names.split(cell.name)
    let second = lines.dropFirst().first.map {
      "<tspan x=\"0\" dy=\"11\">\(HTMLText.escape($0))</tspan>"
    }
    let name = y.map { "<text y=\"\($0 + 11)\">" } ?? "<text>"
    let number = y.map { "class=\"n\" y=\"\($0 + 34)\"" } ?? "y=\"23\""
    return """
      \(name)\(HTMLText.escape(lines.first ?? ""))\(second ?? "")\
      </text><text \(number)>\(Format.count(cell.number))</text>\
      \(squares(cell.subs, right: y == nil ? 82 : 82 - Self.inset, y: (y ?? 0) + 28))
      """
  }

  private func text(_ lines: [String], x: Int, y: Int, step: Int) -> String {
    let first = HTMLText.escape(lines.first ?? "")
    let second = lines.dropFirst().first.map {
      "<tspan x=\"\(x)\" dy=\"\(step)\">\(HTMLText.escape($0))</tspan>"
    }
    return "<text\(x == 0 ? "" : " x=\"\(x)\"") y=\"\(y)\">\(first)\(second ?? "")</text>"
  }

  /// Squares of 5 px at the right, one path a colour; the style draws a line around them.
  private func squares(_ levels: [Int], right: Int, y: Int) -> String {
    var paths = ""
    var last = 0
    for (place, level) in levels.enumerated() {
      let square = "M\(right - (levels.count - place) * 6) \(y)h5v5h-5z"
      if level == last {
        paths += square
      } else {
        paths += (paths.isEmpty ? "" : "\"/>") + "<path class=\"b\(level)\" d=\"\(square)"
        last = level
      }
    }
    return paths.isEmpty ? "" : paths + "\"/>"
  }
}
