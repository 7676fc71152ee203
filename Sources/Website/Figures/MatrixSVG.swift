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

  func body(at place: Place) -> String {
    figure.columns.enumerated().map { number, column in
      """
      <g transform="translate(\(number * Self.pitch.x))">\(head(column))
      \(column.cells.enumerated().map { cell($0, $1, place) }.joined())</g>

      """
    }.joined()
  }
}

extension MatrixSVG {
  private static let pitch = (x: 88, y: 39)
  private static let cell = (width: 86, height: 37)
  private static let head = 40
  /// Letters that fit the width of a cell, and of a column's head.
  private static let letters = (cell: 16, head: 17)

  private func head(_ column: MatrixFigure.Column) -> String {
    let lines = TextLines.split(column.title, most: Self.letters.head)
    let first = lines.count == 1 ? 22 : 10
    return """
      <g class="h">\(text(lines, x: 0, y: first, step: 12))<text class="m" y="34">\
      \(HTMLText.escape(column.subtitle))</text></g>
      """
  }

  private func cell(_ row: Int, _ cell: MatrixFigure.Cell, _ place: Place) -> String {
    let lines = TextLines.split(cell.name, most: Self.letters.cell)
    let isWhole = lines.joined().replacing(" ", with: "") == cell.name.replacing(" ", with: "")
    let title = isWhole ? "" : "<title>\(HTMLText.escape(cell.name))</title>"
    return """
      <a class="\(cell.level == 0 ? "self" : "c\(cell.level)")" href="\(place.href(cell.path))" \
      transform="translate(0 \(Self.head + row * Self.pitch.y))">\(title)<rect class="r" \
      width="\(Self.cell.width)" height="\(Self.cell.height)"/>\(text(lines, x: 4, y: 11, step: 11))\
      <text class="n" x="4" y="34">\(Format.count(cell.number))</text>\(subs(cell.subs))</a>

      """
  }

  private func text(_ lines: [String], x: Int, y: Int, step: Int) -> String {
    let first = HTMLText.escape(lines.first ?? "")
    let second = lines.dropFirst().first.map {
      "<tspan x=\"\(x)\" dy=\"\(step)\">\(HTMLText.escape($0))</tspan>"
    }
    return "<text\(x == 0 ? "" : " x=\"\(x)\"") y=\"\(y)\">\(first)\(second ?? "")</text>"
  }

  /// Squares of 5 px at the right, one path a colour, on a ground of their own.
  private func subs(_ levels: [Int]) -> String {
    guard !levels.isEmpty else { return "" }
    let left = 81 - levels.count * 6
    var paths = "<path class=\"p\" d=\"M\(left) 27H82v7H\(left)z\"/>"
    var runs: [(level: Int, path: String)] = []
    for (place, level) in levels.enumerated() {
      let square = "M\(left + 1 + place * 6) 28h5v5h-5z"
      if runs.last?.level == level {
        runs[runs.count - 1].path += square
      } else {
        runs.append((level, square))
      }
    }
    for run in runs { paths += "<path class=\"b\(run.level)\" d=\"\(run.path)\"/>" }
    return paths
  }
}
