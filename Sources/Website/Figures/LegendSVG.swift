import Pages
import Text

/// A legend: a step of colour a class, with its numbers below.
struct LegendSVG {
  private let legend: Legend
  private let step = 48

  init(_ legend: Legend) { self.legend = legend }

  var width: Int { legend.labels.count * step }

  /// The weakest of a scale that has fewer than seven steps is left out.
  private var first: Int { 8 - legend.labels.count }

  private var style: String { legend.scale == .sequential ? "b" : "d" }

  /// As a file of its own shows it.
  var shapes: String {
    let steps = legend.labels.enumerated().map { place, label in
      """
      <rect class="\(style)\(first + place)" x="\(place * step)" width="\(step - 1)" height="12"/>
      """
    }.joined()
    let labels = legend.labels.enumerated().map { place, label in
      "<text x=\"\(place * step)\" y=\"25\">\(HTMLText.escape(label))</text>"
    }.joined()
    return "<g>\(steps)</g><g>\(labels)</g>"
  }

  /// As a page shows it.
  var html: String {
    let note = legend.note.map { "<p>\(HTMLText.escape($0))</p>" } ?? ""
    let title = "<p>\(HTMLText.escape(legend.title))</p>"
    guard !legend.labels.isEmpty else { return "<div class=\"legend\">\(title)\(note)</div>" }
    let steps = legend.labels.enumerated().map { place, label in
      "<li class=\"\(style)\(first + place)\">\(HTMLText.escape(label))</li>"
    }.joined()
    return """
      <div class="legend"><div>\(title)<ol>\(steps)</ol></div>\
      \(note)</div>
      """
  }
}
