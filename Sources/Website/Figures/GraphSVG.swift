import Measures
import Pages
import Text

/// Draws steps between techniques: boxes in layers, and arrows down between them.
struct GraphSVG: Drawing {
  private let figure: GraphFigure

  init(_ figure: GraphFigure) { self.figure = figure }

  let style = "plot"
  var title: String { figure.title }
  var description: String { figure.description }
  var legend: Legend { figure.legend }

  var size: (width: Int, height: Int) {
    let right = (figure.layout.nodes + figure.layout.routes.joined()).map(\.x).max() ?? 0
    return (
      Int((right * Double(Self.pitch.x)).rounded(.up)) + Self.box.width + 2 * Self.margin,
      max(0, figure.layout.layerCount - 1) * Self.pitch.y + Self.box.height + 2 * Self.margin
    )
  }

  private static let box = (width: 124, height: 44)
  private static let pitch = (x: 140, y: 82)
  private static let margin = 4
  private static let names = TextLines(
    measure: TextWidth(size: 10.5), width: Double(box.width - 8))

  func write(at location: PageLocation?, to svg: inout MarkupWriter) {
    for (edge, route) in zip(figure.edges, figure.layout.routes) { write(edge, route, to: &svg) }
    for (node, position) in zip(figure.nodes, figure.layout.nodes) {
      write(node, x: left(position), y: top(position), at: location, to: &svg)
    }
  }

  private func left(_ position: LayeredGraph.Position) -> Int {
    Int((position.x * Double(Self.pitch.x)).rounded()) + Self.margin
  }

  private func top(_ position: LayeredGraph.Position) -> Int {
    position.layer * Self.pitch.y + Self.margin
  }
}

extension GraphSVG {
  private func write(
    _ node: GraphFigure.Node, x: Int, y: Int, at location: PageLocation?,
    to svg: inout MarkupWriter
  ) {
    let address = location.flatMap { location in node.path.map(location.href) }
    if let address { svg.open("a", Attribute("href", address)) }
    svg.empty(
      "rect", Attribute("class", "ring"), Attribute("x", x), Attribute("y", y),
      Attribute("width", Self.box.width), Attribute("height", Self.box.height),
      Attribute("rx", 4))
    let middle = x + Self.box.width / 2
    let lines = Self.names.split(node.name)
    svg.element("title", (node.id.map { $0 + " " } ?? "") + node.name)
    if let id = node.id {
      svg.element(
        "text", id, Attribute("class", "m mid"), Attribute("x", middle), Attribute("y", y + 14))
    }
    svg.element(
      "text", lines.first, Attribute("class", "mid"), Attribute("x", middle),
      Attribute("y", y + (lines.second == nil ? 31 : 26)))
    if let second = lines.second {
      svg.element(
        "text", second, Attribute("class", "mid"), Attribute("x", middle), Attribute("y", y + 37))
    }
    if address != nil { svg.close("a") }
    svg.put("\n")
  }

  /// From the lower edge of the first box, through each layer between, to the upper edge of the last; of a turned edge the
  /// other way round.
  private func write(
    _ edge: GraphFigure.Edge, _ route: [LayeredGraph.Position], to svg: inout MarkupWriter
  ) {
    guard let first = route.first, let last = route.last else { return }
    let isDown = first.layer < last.layer
    svg.startPath(edge.isOnFailure ? "one" : edge.isFirm ? "ln" : "ln thin")
    for (number, position) in route.enumerated() {
      let (x, top) = (left(position) + Self.box.width / 2, top(position))
      let ends = isDown ? [top, top + Self.box.height] : [top + Self.box.height, top]
      // A layer that it only passes, it passes upright, so that it cuts no box there.
      let ys = number == 0 ? [ends[1]] : number == route.count - 1 ? [ends[0]] : ends
      for y in ys {
        svg.put(number == 0 ? "M" : "L")
        svg.integer(x)
        svg.put(" ")
        svg.integer(y)
      }
    }
    writeHead(at: last, isDown: isDown, to: &svg)
    svg.endPath()
    svg.put("\n")
    guard let sources = edge.sources, sources > 1 else { return }
    writeCount(sources, route, to: &svg)
  }

  private func writeHead(
    at end: LayeredGraph.Position, isDown: Bool, to svg: inout MarkupWriter
  ) {
    let x = left(end) + Self.box.width / 2
    let y = top(end) + (isDown ? 0 : Self.box.height)
    let back = isDown ? y - 6 : y + 6
    svg.put("M")
    svg.integer(x - 4)
    svg.put(" ")
    svg.integer(back)
    svg.put("L")
    svg.integer(x)
    svg.put(" ")
    svg.integer(y)
    svg.put("L")
    svg.integer(x + 4)
    svg.put(" ")
    svg.integer(back)
  }

  /// Beside the middle of the first line, on the side that it leans away from.
  private func writeCount(
    _ sources: Int, _ route: [LayeredGraph.Position], to svg: inout MarkupWriter
  ) {
    let (one, other) = (route[0], route[1])
    let isRightwards = left(one) <= left(other)
    let x = (left(one) + left(other)) / 2 + Self.box.width / 2 + (isRightwards ? 6 : -6)
    let y = (top(one) + top(other) + Self.box.height) / 2
    svg.element(
      "text", "\(sources)", Attribute("class", isRightwards ? "m" : "m end"), Attribute("x", x),
      Attribute("y", y))
  }
}
