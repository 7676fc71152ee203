import Pages
import Text

/// A figure as SVG: inline on a page, in its colours, or as a file that stands alone.
protocol Drawing {
  /// The class of its figure.
  var style: String { get }
  /// One more class on a page; empty for none.
  var variant: String { get }
  var title: String { get }
  var description: String { get }
  var legend: Legend { get }
  var size: (width: Int, height: Int) { get }
  /// The shapes, their links relative to `place`; without one there are none.
  func body(at place: PageLocation?) -> String
}

extension Drawing {
  var variant: String { "" }

  /// The figure on a page, named by the element of an id.
  func inline(at place: PageLocation, labelledBy id: String) -> String {
    """
    <svg class="\(style)\(variant.isEmpty ? "" : " " + variant)" viewBox="0 0 \(size.width) \(size.height)" width="\(size.width)" \
    height="\(size.height)" aria-labelledby="\(id)"><desc>\(HTMLText.escape(description))</desc>
    \(body(at: place))</svg>
    """
  }

  /// The file, with its own style, title, description and legend.
  ///
  /// It has no links, since whoever takes it away takes it from the pages that they would lead to.
  var standalone: String {
    let drawn = LegendSVG(legend)
    let top = 72
    let texts = [
      TextWidth(size: 15, isBold: true)(title), TextWidth(size: 11)(legend.title),
      Double(drawn.width) + 16 + TextWidth(size: 11)(legend.note ?? ""),
    ]
    let text = Int((texts.max() ?? 0).rounded(.up))
    let (width, height) = (max(size.width, text) + 24, size.height + top + 12)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img" aria-labelledby="title desc"><title id="title">\
      \(HTMLText.escape(title))</title><desc id="desc">\(HTMLText.escape(description))</desc>
      <style>\(FigureStyle.css(style, legend.scale))</style>
      <rect class="ground" width="\(width)" height="\(height)"/>
      <g transform="translate(12,20)"><text class="title">\(HTMLText.escape(title))</text>\
      <text class="m" y="17">\(HTMLText.escape(legend.title))</text>\
      <g transform="translate(0,22)">\(drawn.shapes)\(note(drawn.width))</g></g>
      <g class="\(style)" transform="translate(12,\(top))">
      \(body(at: nil))</g></svg>

      """
  }

  private func note(_ left: Int) -> String {
    legend.note.map {
      "<text class=\"m\" x=\"\(left + 16)\" y=\"10\">\(HTMLText.escape($0))</text>"
    } ?? ""
  }
}
