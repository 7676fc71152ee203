import Pages
import Text

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

  func body(at place: PageLocation?) -> String {
    columns(at: place) + (place == nil ? allSquares : "")
  }
}

extension MatrixSVG {
  private static let pitch = (x: 88, y: 39)
  private static let cell = (width: 86, height: 37)
  /// Of a cell's text from its left.
  private static let inset = 4
  private static let head = 40
  /// What the style sheet has places for.
  private static let placed = (columns: 40, rows: 100)
  private static let names = TextLines(measure: TextWidth(size: 10.5), width: 79.5)
  private static let heads = TextLines(measure: TextWidth(size: 10.5, isBold: true), width: 85)

  private func columns(at place: PageLocation?) -> String {
    figure.columns.enumerated().map { number, column in
      // The style sheet has places for so many columns of a page, and their rows.
      let isPlaced = place != nil && number < Self.placed.columns
      return """
        <g\(isPlaced ? "" : " transform=\"translate(\(number * Self.pitch.x))\"")>\(head(column))
        \(place.map { links(column, at: $0) } ?? runs(column))</g>

        """
    }.joined()
  }

  private func head(_ column: MatrixFigure.Column) -> String {
    let lines = Self.heads.split(column.title)
    let first = lines.count == 1 ? 21 : 9
    return """
      <g class="h">\(texts(lines, y: first, step: 12))<text class="m" y="34">\
      \(HTMLText.escape(column.subtitle))</text></g>
      """
  }

  /// Each cell a link to its technique's page.
  ///
  /// The style sheet gives it its row, of the first hundred; each further hundred is a group that
  /// begins anew.
  private func links(_ column: MatrixFigure.Column, at place: PageLocation) -> String {
    stride(from: 0, to: column.cells.count, by: Self.placed.rows).map { start in
      let cells = column.cells[start..<min(start + Self.placed.rows, column.cells.count)]
      let drawn = cells.map { cell in
        """
        <a class="\(Self.style(cell))" href="\(place.href(cell.path))">\(name(cell))<rect \
        width="\(Self.cell.width)" height="\(Self.cell.height)"/>\(inside(cell))</a>

        """
      }.joined()
      return start == 0
        ? drawn : "<g transform=\"translate(0,\(start * Self.pitch.y))\">\(drawn)</g>\n"
    }.joined()
  }

  /// Neighbours of one colour as one shape: a file on its own has no links to tell them apart.
  private func runs(_ column: MatrixFigure.Column) -> String {
    let cells = Array(column.cells.enumerated())
    let runs = cells.chunked { $0.element.level == $1.element.level }.map { run in
      let box = "h\(Self.cell.width)v\(Self.cell.height)h-\(Self.cell.width)z"
      let top = Self.head + run.startIndex * Self.pitch.y
      let boxes =
        "M-\(Self.inset) \(top)\(box)"
        + String(repeating: "m0 \(Self.pitch.y)\(box)", count: run.count - 1)
      let texts = run.map { row, cell in inside(cell, at: Self.head + row * Self.pitch.y) }
      return """
        <g class="\(run.first.map { Self.style($0.element) } ?? "")"><path class="r" \
        d="\(boxes)"/>\(texts.joined(separator: "\n"))</g>

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

  /// A cell's name, number and squares on a page, whose style sheet sets the texts in their places.
  private func inside(_ cell: MatrixFigure.Cell) -> String {
    let lines = Self.names.split(cell.name) + [Format.count(cell.number)]
    return lines.map { "<text>\(HTMLText.escape($0))</text>" }.joined()
      + squares(cell.subs)
  }

  /// The same in a file, where the cell's top is at `y` and its text begins at 0.
  private func inside(_ cell: MatrixFigure.Cell, at y: Int) -> String {
    texts(Self.names.split(cell.name), y: y + 11, step: 11)
      + "<text class=\"n\" y=\"\(y + 34)\">\(Format.count(cell.number))</text>"
  }

  /// Lines of text, the first at `y`.
  private func texts(_ lines: [String], y: Int, step: Int) -> String {
    lines.enumerated().map { place, line in
      "<text y=\"\(y + place * step)\">\(HTMLText.escape(line))</text>"
    }.joined()
  }

  /// Squares of 5 px at a cell's right, a path a colour; the style draws a line around them.
  private func squares(_ levels: [Int]) -> String {
    Self.runs(levels).map { "<path class=\"b\($0.level)\" d=\"M\($0.x) 28\($0.shape)\"/>" }.joined()
  }

  /// Those of all cells of a file, a path a colour.
  private var allSquares: String {
    var paths: [Int: String] = [:]
    for (number, column) in figure.columns.enumerated() {
      for (row, cell) in column.cells.enumerated() {
        for run in Self.runs(cell.subs) {
          let x = number * Self.pitch.x + run.x
          let y = Self.head + row * Self.pitch.y + 28
          paths[run.level, default: ""] += "M\(x) \(y)\(run.shape)"
        }
      }
    }
    return paths.sorted { $0.key < $1.key }
      .map { "<path class=\"b\($0.key)\" d=\"\($0.value)\"/>\n" }.joined()
  }

  /// Neighbouring squares of one colour: where the first stands from its cell's left, and how they
  /// are drawn from there.
  private static func runs(_ levels: [Int]) -> [(level: Int, x: Int, shape: String)] {
    Array(levels.enumerated()).chunked { $0.element == $1.element }.compactMap { run in
      run.first.map { first in
        (
          level: first.element, x: 82 - (levels.count - first.offset) * 6,
          shape: Array(repeating: "h5v5h-5z", count: run.count).joined(separator: "m6 0")
        )
      }
    }
  }
}
