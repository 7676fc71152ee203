import Pages
import Text

/// A legend: one step of colour per class, with its numbers below.
struct LegendSVG {
  private let legend: Legend
  private let step = 48

  init(_ legend: Legend) { self.legend = legend }

  var width: Int { legend.labels.count * step }

  /// The weakest of a scale that has fewer than seven steps is left out.
  private var first: Int { 8 - legend.labels.count }

  private var style: StaticString { legend.scale == .sequential ? "b" : "d" }

  /// As a file of its own shows it.
  func writeShapes(to svg: inout MarkupWriter) {
    svg.open("g")
    for index in legend.labels.indices {
      svg.empty(
        "rect", Attribute("class", Step(style, first + index)), Attribute("x", index * step),
        Attribute("width", step - 1),
        Attribute("height", 12))
    }
    svg.put("</g><g>")
    for (index, label) in legend.labels.enumerated() {
      svg.element("text", label, Attribute("x", index * step), Attribute("y", 25))
    }
    svg.close("g")
  }

  /// As a page shows it.
  func write(to html: inout MarkupWriter) {
    html.put("<div class=legend>")
    if legend.labels.isEmpty {
      writeTitle(to: &html)
    } else {
      html.open("div")
      writeTitle(to: &html)
      html.open("ol")
      for (index, label) in legend.labels.enumerated() {
        html.open("li", Attribute("class", Step(style, first + index)))
        html.text(label)
      }
      html.put("</ol></div>")
    }
    if let note = legend.note {
      html.open("p")
      html.text(note)
    }
    html.close("div")
  }

  private func writeTitle(to html: inout MarkupWriter) {
    html.open("p")
    html.text(legend.title)
  }
}
