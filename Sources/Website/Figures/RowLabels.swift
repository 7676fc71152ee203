import Pages
import Text

/// The labels at the left of a square heatmap, an id and a name each, and the room that they need.
struct RowLabels {
  private let labels: [GridFigure.Label]
  /// Where the cells begin.
  let left: Int

  init(_ labels: [GridFigure.Label]) {
    self.labels = labels
    let widths = labels.map { Self.measure("\($0.id) \(Self.cut($0))") }
    let needed = Int((widths.max() ?? 0).rounded(.up)) + 12
    left = Self.lefts.first { $0 >= needed } ?? needed
  }

  /// So that a narrow screen can leave out the names.
  var variant: String { "left-\(left)" }

  func write(_ row: Int, y: Int, to svg: inout MarkupWriter) {
    svg.open("text", Attribute("class", "lab"), Attribute("x", left - 8), Attribute("y", y))
    svg.element("tspan", labels[row].id, Attribute("class", "i"))
    svg.put(" ")
    svg.element("tspan", Self.cut(labels[row]), Attribute("class", "nm"))
    svg.put("</text>\n")
  }

  private static let lefts = [120, 180, 240, 300]
  private static let measure = TextWidth(size: 11.5)

  private static func cut(_ label: GridFigure.Label) -> String {
    measure.cut(label.name, to: 290 - measure(label.id + " "))
  }
}
