import Pages

/// Draws a legend: a step of colour a class, with its numbers below.
struct LegendSVG {
  private let legend: Legend
  private let step = 48

  init(_ legend: Legend) { self.legend = legend }

  var width: Int { legend.labels.count * step }

  /// The weakest of a scale that has fewer than seven steps is left out.
  private var first: Int { 8 - legend.labels.count }

  var shapes: String {
    let name = legend.scale == .sequential ? "b" : "d"
    let steps = legend.labels.enumerated().map { place, label in
      """
      <rect class="\(name)\(first + place)" x="\(place * step)" width="\(step - 1)" height="12"/>
      """
    }.joined()
    let labels = legend.labels.enumerated().map { place, label in
      "<text x=\"\(place * step)\" y=\"25\">\(HTMLText.escape(label))</text>"
    }.joined()
    return "<g>\(steps)</g><g>\(labels)</g>"
  }

  var html: String {
    let note = legend.note.map { "<p>\(HTMLText.escape($0))</p>" } ?? ""
    let title = "<p>\(HTMLText.escape(legend.title))</p>"
    guard !legend.labels.isEmpty else { return "<div class=\"legend\">\(title)\(note)</div>" }
    let labels = HTMLText.escape(legend.labels.joined(separator: ", "))
    return """
      <div class="legend"><div>\(title)<svg role="img" \
      aria-label="Legend: \(labels)" viewBox="0 0 \(width) 28" \
      width="\(width)" height="28">\(shapes)</svg></div>\(note)</div>
      """
  }
}
