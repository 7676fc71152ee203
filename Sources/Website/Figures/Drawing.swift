import Pages

/// A figure as SVG: inline on a page, in its colours, or as a file that stands alone.
protocol Drawing {
  /// The class of its figure.
  var style: String { get }
  var title: String { get }
  var description: String { get }
  var legend: Legend { get }
  var size: (width: Int, height: Int) { get }
  /// The shapes; links are relative to `place`.
  func body(at place: Place) -> String
}

extension Drawing {
  /// - Parameter id: of the element on the page that names it.
  func inline(at place: Place, labelledBy id: String) -> String {
    """
    <svg class="\(style)" viewBox="0 0 \(size.width) \(size.height)" width="\(size.width)" \
    height="\(size.height)" aria-labelledby="\(id)"><desc>\(HTMLText.escape(description))</desc>
    \(body(at: place))</svg>
    """
  }

  /// The file: its own style, title, description and legend.
  func standalone(at place: Place) -> String {
    let drawn = LegendSVG(legend)
    let top = 66
    let (width, height) = (max(size.width, drawn.width) + 24, size.height + top + 12)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" aria-labelledby="title desc"><title id="title">\
      \(HTMLText.escape(title))</title><desc id="desc">\(HTMLText.escape(description))</desc>
      <style>\(FigureStyle.css)</style>
      <rect class="ground" width="\(width)" height="\(height)"/>
      <g transform="translate(12 18)"><text class="title">\(HTMLText.escape(title))</text>\
      <text class="m" y="16">\(HTMLText.escape(legend.title))</text>\
      <g transform="translate(0 20)">\(drawn.shapes)</g></g>
      <g class="\(style)" transform="translate(12 \(top))">\(body(at: place))</g></svg>

      """
  }
}
