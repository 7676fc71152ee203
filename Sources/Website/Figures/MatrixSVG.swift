import Pages
import Text

/// Draws the ATT&CK matrix: one column per tactic, one cell per technique, its subs as small
/// squares.
struct MatrixSVG: Drawing {
  private let figure: MatrixFigure

  init(_ figure: MatrixFigure) { self.figure = figure }

  let style = "matrix"
  var whole: String? { figure.whole }
  var title: String { figure.title }
  var description: String { figure.description }
  var legend: Legend { figure.legend }

  var size: (width: Int, height: Int) {
    let rows = figure.columns.map(\.cells.count).max() ?? 0
    return (max(1, figure.columns.count) * Self.pitch.x, Self.head + rows * Self.pitch.y)
  }

  func write(at location: PageLocation?, to svg: inout MarkupWriter) {
    for (number, column) in figure.columns.enumerated() {
      // The style sheet positions that many columns of a page, and their rows.
      let isPositioned = location != nil && number < Self.positioned.columns
      svg.open(
        "g", Attribute("transform", isPositioned ? nil : Translation(x: number * Self.pitch.x)))
      writeHead(column, to: &svg)
      svg.put("\n")
      if let location {
        writeLinks(column, at: location, to: &svg)
      } else {
        writeRuns(column, to: &svg)
      }
      svg.put("</g>\n")
    }
    if location == nil { writeAllSquares(to: &svg) }
  }
}

extension MatrixSVG {
  private static let pitch = (x: 88, y: 39)
  private static let cell = (width: 86, height: 37)
  /// Of a cell's text from its left.
  private static let inset = 4
  private static let head = 40
  /// What the style sheet positions.
  private static let positioned = (columns: 40, rows: 100)
  private static let names = TextLines(measure: TextWidth(size: 10.5), width: 79.5)
  private static let heads = TextLines(measure: TextWidth(size: 10.5, isBold: true), width: 85)

  private func writeHead(_ column: MatrixFigure.Column, to svg: inout MarkupWriter) {
    let lines = Self.heads.split(column.title)
    svg.open("g", Attribute("class", "h"))
    write(lines, y: lines.second == nil ? 21 : 9, step: 12, to: &svg)
    svg.element("text", column.subtitle, Attribute("class", "m"), Attribute("y", 34))
    svg.close("g")
  }

  /// Each cell a link to its technique's page.
  ///
  /// The style sheet gives it its row, of the first hundred; each further hundred is a group that
  /// starts again at the first.
  private func writeLinks(
    _ column: MatrixFigure.Column, at location: PageLocation, to svg: inout MarkupWriter
  ) {
    for (row, cell) in column.cells.enumerated() {
      if row > 0, row.isMultiple(of: Self.positioned.rows) {
        if row > Self.positioned.rows { svg.put("</g>\n") }
        svg.open("g", Attribute("transform", Translation(x: 0, y: row * Self.pitch.y)))
      }
      writeLink(cell, at: location, to: &svg)
    }
    if column.cells.count > Self.positioned.rows { svg.put("</g>\n") }
  }

  /// A cell's name, number and squares, whose texts the style sheet positions; the whole
  /// name, where the cell has no room for it.
  private func writeLink(
    _ cell: MatrixFigure.Cell, at location: PageLocation, to svg: inout MarkupWriter
  ) {
    let lines = Self.names.split(cell.name)
    svg.open("a", Attribute("class", Self.style(cell)), Attribute("href", location.href(cell.path)))
    if lines.isCut { svg.element("title", cell.name) }
    svg.empty("rect", Attribute("width", Self.cell.width), Attribute("height", Self.cell.height))
    svg.element("text", lines.first)
    if let second = lines.second { svg.element("text", second) }
    svg.open("text")
    svg.count(cell.number)
    if cell.ours > 0 { svg.put(" ◆") }
    svg.close("text")
    for run in Self.runs(cell.subs) {
      svg.startPath(Step("b", run.level))
      svg.put("M")
      svg.integer(run.x)
      svg.put(" 28")
      svg.squares(run.count)
      svg.endPath()
    }
    svg.put("</a>\n")
  }
}

extension MatrixSVG {
  /// Neighbours of one colour as one shape: a file on its own has no links to tell them apart.
  private func writeRuns(_ column: MatrixFigure.Column, to svg: inout MarkupWriter) {
    svg.open("g", Attribute("transform", Translation(x: Self.inset)))
    for run in column.cells.chunked(by: { $0.level == $1.level }) {
      guard let first = run.first else { continue }
      svg.open("g", Attribute("class", Self.style(first)))
      svg.startPath("r")
      svg.put("M-")
      svg.integer(Self.inset)
      svg.put(" ")
      svg.integer(Self.head + run.startIndex * Self.pitch.y)
      for row in run.indices { svg.box(Self.cell, below: row == run.startIndex ? 0 : Self.pitch.y) }
      svg.endPath()
      for row in run.indices {
        if row > run.startIndex { svg.put("\n") }
        write(run[row], y: Self.head + row * Self.pitch.y, to: &svg)
      }
      svg.put("</g>\n")
    }
    svg.close("g")
  }

  /// A cell's name and number in a file, where its top is at `y` and its text begins at 0.
  private func write(_ cell: MatrixFigure.Cell, y: Int, to svg: inout MarkupWriter) {
    write(Self.names.split(cell.name), y: y + 11, step: 11, to: &svg)
    svg.open("text", Attribute("class", "n"), Attribute("y", y + 34))
    svg.count(cell.number)
    if cell.ours > 0 { svg.put(" ◆") }
    svg.close("text")
  }

  /// Lines of text, the first at `y`.
  private func write(_ lines: TextLines.Lines, y: Int, step: Int, to svg: inout MarkupWriter) {
    svg.element("text", lines.first, Attribute("y", y))
    if let second = lines.second { svg.element("text", second, Attribute("y", y + step)) }
  }

  private static func style(_ cell: MatrixFigure.Cell) -> Step {
    cell.level == 0 ? Step("self") : Step("c", cell.level)
  }

  /// The squares of all cells of a file, one path per colour; the style draws a line around them.
  private func writeAllSquares(to svg: inout MarkupWriter) {
    let levels = Set(figure.columns.flatMap { $0.cells.flatMap(\.subs) }).sorted()
    for level in levels {
      svg.startPath(Step("b", level))
      for (number, column) in figure.columns.enumerated() {
        for (row, cell) in column.cells.enumerated() {
          for run in Self.runs(cell.subs) where run.level == level {
            svg.put("M")
            svg.integer(number * Self.pitch.x + run.x)
            svg.put(" ")
            svg.integer(Self.head + row * Self.pitch.y + 28)
            svg.squares(run.count)
          }
        }
      }
      svg.put("\"/>\n")
    }
  }

  /// Neighbouring squares of one colour, and where the first is from its cell's left.
  private struct Run {
    let level: Int
    let x: Int
    var count = 1
  }

  private static func runs(_ levels: [Int]) -> [Run] {
    levels.enumerated().reduce(into: []) { runs, square in
      if let last = runs.last, last.level == square.element {
        runs[runs.count - 1].count += 1
      } else {
        runs.append(Run(level: square.element, x: 82 - (levels.count - square.offset) * 6))
      }
    }
  }
}

extension MarkupWriter {
  /// Squares of 5 px beside each other, in a path.
  fileprivate mutating func squares(_ count: Int) {
    put("h5v5h-5z")
    for _ in 1..<max(1, count) { put("m6 0h5v5h-5z") }
  }

  /// The outline of a cell in a path, so far below where the one before begins.
  fileprivate mutating func box(_ size: (width: Int, height: Int), below distance: Int) {
    if distance > 0 {
      put("m0 ")
      integer(distance)
    }
    put("h")
    integer(size.width)
    put("v")
    integer(size.height)
    put("h-")
    integer(size.width)
    put("z")
  }
}
