import Pages
import Text

/// Draws all techniques by all techniques: one path per class of colour, the clusters outlined and
/// named right of the diagonal.
struct MapSVG: Drawing {
  private let figure: MapFigure
  /// The middle of each cluster's label.
  private let labels: [Int]

  init(_ figure: MapFigure) {
    self.figure = figure
    labels = LabelColumn.middles(
      figure.clusters.map {
        ($0.members.lowerBound + $0.members.upperBound) * figure.size / 2
      },
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

  func write(at location: PageLocation?, to svg: inout MarkupWriter) {
    svg.empty(
      "path", Attribute("class", Step("d", figure.ground)),
      Attribute("data-order", location == nil ? nil : order),
      Attribute("d", "M0 0v\(side)h\(side)z"))
    svg.put("\n")
    writeRuns(to: &svg)
    svg.put("\n")
    for (number, (cluster, y)) in zip(figure.clusters, labels).enumerated() {
      if number > 0 { svg.put("\n") }
      write(cluster, y, location, to: &svg)
    }
  }
}

extension MapSVG {
  private static let labelHeight = 24
  private static let measure = TextWidth(size: 12, isBold: true)

  private var side: Int { figure.ids.count * figure.size }

  /// The pixels of each technique and the ids, for `figures.js`: `3 T1059 T1105`.
  private var order: String {
    ([String(figure.size)] + figure.ids).joined(separator: " ")
  }

  /// One path per level: its runs, each from where the last began.
  private func writeRuns(to svg: inout MarkupWriter) {
    let levels = Set(figure.rows.joined().map(\.level)).sorted()
    for (number, level) in levels.enumerated() {
      if number > 0 { svg.put("\n") }
      var last = (x: 0, y: 0)
      svg.startPath(Step("d", level))
      for (row, runs) in figure.rows.enumerated() {
        for run in runs where run.level == level {
          let (x, y) = (run.columns.lowerBound * figure.size, row * figure.size)
          svg.move(x - last.x, y - last.y)
          svg.box(run.columns.count * figure.size, figure.size)
          last = (x, y)
        }
      }
      svg.endPath()
    }
  }

  private func labelStart(_ cluster: MapFigure.Cluster, _ y: Int) -> Int {
    max(y, cluster.members.upperBound * figure.size) + 22
  }

  private static func text(_ cluster: MapFigure.Cluster) -> String {
    measure.cut(cluster.title, to: 400)
  }

  private func write(
    _ cluster: MapFigure.Cluster, _ y: Int, _ location: PageLocation?, to svg: inout MarkupWriter
  ) {
    let start = cluster.members.lowerBound * figure.size
    let end = cluster.members.upperBound * figure.size
    let x = labelStart(cluster, y)
    let text = Self.text(cluster)
    let width = Int(Self.measure(text).rounded(.up))
    svg.put(location == nil ? "<g" : "<a")
    svg.attributes(
      Attribute("class", cluster.isMinor ? "mi" : nil),
      Attribute("href", location.map { $0.href(cluster.path) }))
    svg.element("title", "\(cluster.title): \(cluster.note)")
    svg.empty(
      "path", Attribute("class", "r"),
      Attribute("d", "M\(x - 3) \(y - 12)h\(width + 6)v\(Self.labelHeight)h-\(width + 6)z"))
    svg.empty("path", Attribute("class", "o"), Attribute("d", "M\(start) \(start)V\(end)H\(end)z"))
    svg.empty(
      "path", Attribute("class", "o"),
      Attribute("d", "M\((start + end) / 2 + 1) \((start + end) / 2)L\(x - 5) \(y)"))
    svg.element("text", text, Attribute("x", x), Attribute("y", y + 4))
    svg.put(location == nil ? "</g>" : "</a>")
  }
}

extension MarkupWriter {
  /// `m12 4`, in a path.
  fileprivate mutating func move(_ x: Int, _ y: Int) {
    put("m")
    integer(x)
    put(" ")
    integer(y)
  }

  /// `h12v4h-12z`, in a path.
  fileprivate mutating func box(_ width: Int, _ height: Int) {
    put("h")
    integer(width)
    put("v")
    integer(height)
    put("h-")
    integer(width)
    put("z")
  }
}
