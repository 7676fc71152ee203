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

  func text(_ row: Int, y: Int) -> String {
    let label = labels[row]
    return """
      <text class="lab" x="\(left - 8)" y="\(y)"><tspan class="i">\(label.id)</tspan> \
      <tspan class="nm">\(HTMLText.escape(Self.cut(label)))</tspan></text>

      """
  }

  private static let lefts = [120, 180, 240, 300]
  private static let measure = TextWidth(size: 11.5)

  private static func cut(_ label: GridFigure.Label) -> String {
    measure.cut(label.name, to: 290 - measure(label.id + " "))
  }
}
