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
      \(column.cells.enumerated().map { cell($0, $1, place) }.joined())</g>

      """
    }.joined()
  }
}

extension MatrixSVG {
  private static let pitch = (x: 88, y: 39)
  private static let cell = (width: 86, height: 37)
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

  /// A cell leads to its technique's page, or nowhere where there is no place to lead from.
  private func cell(_ row: Int, _ cell: MatrixFigure.Cell, _ place: Place?) -> String {
    let lines = Self.names.split(cell.name)
    let isWhole = lines.joined() == cell.name
    let title = isWhole ? "" : "<title>\(HTMLText.escape(cell.name))</title>"
    let style = cell.level == 0 ? "self" : "c\(cell.level)"
    let tag = place == nil ? "g" : "a"
    let address = place.map { " href=\"\($0.href(cell.path))\"" } ?? ""
    return """
      <\(tag) class="\(style)"\(address) transform="translate(0,\(Self.head + row * Self.pitch.y))">\
      \(title)<rect class="r" width="\(Self.cell.width)" height="\(Self.cell.height)"/>\
      \(text(lines, x: 4, y: 11, step: 11))<text class="n" x="4" y="34">\
      \(Format.count(cell.number))</text>\(squares(cell.subs))</\(tag)>

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
  private func squares(_ levels: [Int]) -> String {
    var paths = ""
    var last = 0
    for (place, level) in levels.enumerated() {
      let square = "M\(82 - (levels.count - place) * 6) 28h5v5h-5z"
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
