import Pages
import Text

/// Draws all techniques by all techniques: a path a class of colour, the clusters outlined and named
/// right of the diagonal.
struct MapSVG: Drawing {
  private let figure: MapFigure
  /// Where each technique begins, and where the last ends.
  private let edges: [Int]
  /// The middle of each cluster's label.
  private let labels: [Int]

  init(_ figure: MapFigure) {
    self.figure = figure
    let edges = figure.sizes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    self.edges = edges
    labels = LabelColumn.middles(
      figure.clusters.map { (edges[$0.members.lowerBound] + edges[$0.members.upperBound]) / 2 },
      height: Self.labelHeight, from: Self.labelHeight / 2)
  }

  let style = "whole"
  var title: String { figure.title }
  var description: String { figure.description }
  var legend: Legend { figure.legend }

  var size: (width: Int, height: Int) {
    let ends = zip(figure.clusters, labels).map {
      labelStart($0, $1) + Int(Self.measure(Self.text($0)).rounded(.up))
    }
    return (
      max(side, ends.max() ?? 0) + 8, max(side, (labels.last ?? 0) + Self.labelHeight / 2) + 4
    )
  }

  func body(at place: PageLocation?) -> String {
    "<path class=\"d\(figure.ground)\" d=\"M0 0v\(side)h\(side)z\"/>\n"
      + paths.joined(separator: "\n") + "\n"
      + zip(figure.clusters, labels).map { draw($0, $1, place) }.joined(separator: "\n")
  }
}

extension MapSVG {
  private static let labelHeight = 24
  private static let measure = TextWidth(size: 12, isBold: true)

  private var side: Int { edges.last ?? 0 }

  /// One path a level: its runs, each from where the last began.
  private var paths: [String] {
    var paths: [Int: String] = [:]
    var lasts: [Int: (x: Int, y: Int)] = [:]
    for (row, runs) in figure.rows.enumerated() {
      let height = figure.sizes[row]
      for run in runs {
        let (x, y) = (edges[run.columns.lowerBound], edges[row])
        let width = edges[run.columns.upperBound] - x
        let last = lasts[run.level] ?? (0, 0)
        paths[run.level, default: ""] +=
          "m\(x - last.x) \(y - last.y)h\(width)v\(height)h-\(width)z"
        lasts[run.level] = (x, y)
      }
    }
    return paths.sorted { $0.key < $1.key }.map { "<path class=\"d\($0)\" d=\"\($1)\"/>" }
  }

  private func labelStart(_ cluster: MapFigure.Cluster, _ y: Int) -> Int {
    max(y, edges[cluster.members.upperBound]) + 22
  }

  private static func text(_ cluster: MapFigure.Cluster) -> String {
    measure.cut(cluster.title, to: 400)
  }

  private func draw(_ cluster: MapFigure.Cluster, _ y: Int, _ place: PageLocation?) -> String {
    let (start, end) = (edges[cluster.members.lowerBound], edges[cluster.members.upperBound])
    let x = labelStart(cluster, y)
    let tag = place == nil ? "g" : "a"
    let address = place.map { " href=\"\($0.href(cluster.path))\"" } ?? ""
    let text = Self.text(cluster)
    let width = Int(Self.measure(text).rounded(.up))
    return """
      <\(tag)\(cluster.isMinor ? " class=\"mi\"" : "")\(address)>\
      <title>\(HTMLText.escape(cluster.title)): \(HTMLText.escape(cluster.note))</title>\
      <path class="r" d="M\(x - 3) \(y - 12)h\(width + 6)v\(Self.labelHeight)h-\(width + 6)z"/>\
      <path class="o" d="M\(start) \(start)V\(end)H\(end)z"/>\
      <path class="o" d="M\((start + end) / 2 + 1) \((start + end) / 2)L\(x - 5) \(y)"/>\
      <text x="\(x)" y="\(y + 4)">\(HTMLText.escape(text))</text></\(tag)>
      """
  }
}
