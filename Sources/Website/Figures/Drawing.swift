import Pages
import Text

/// A figure as SVG: inline on a page, in its colours, or as a file of its own.
protocol Drawing {
  /// The class of its figure.
  var style: String { get }
  /// One more class on a page; empty for none.
  var variant: String { get }
  /// What its numbers are of, for `figures.js`, where the figure itself says that.
  var whole: String? { get }
  var title: String { get }
  var description: String { get }
  var legend: Legend { get }
  var size: (width: Int, height: Int) { get }
  /// Writes the shapes, their links relative to `location`; without one there are none.
  func write(at location: PageLocation?, to svg: inout MarkupWriter)
}

extension Drawing {
  var variant: String { "" }
  var whole: String? { nil }

  /// Writes the figure into a page, named by the element of an id.
  func writeInline(at location: PageLocation, labelledBy id: String, to html: inout MarkupWriter) {
    let size = size
    html.open(
      "svg", Attribute("class", variant.isEmpty ? style : style + " " + variant),
      Attribute("viewBox", ViewBox(width: size.width, height: size.height)),
      Attribute("width", size.width),
      Attribute("height", size.height), Attribute("aria-labelledby", id),
      Attribute("data-whole", whole))
    html.element("desc", description)
    html.put("\n")
    write(at: location, to: &html)
    html.close("svg")
  }

  /// The file, with its own style, title, description and legend.
  ///
  /// It has no links, since it is used apart from the pages that they would lead to.
  var file: [UInt8] {
    var svg = MarkupWriter(.xml)
    writeHead(to: &svg)
    svg.open(
      "g", Attribute("class", style), Attribute("transform", Translation(x: 12, y: Self.fileTop)))
    svg.put("\n")
    write(at: nil, to: &svg)
    svg.put("</g></svg>\n")
    return svg.bytes.bytes
  }

  /// Of a file's shapes, below its title and legend.
  private static var fileTop: Int { 72 }

  /// The width and the height of a file.
  private var fileSize: (width: Int, height: Int) {
    let texts = [
      TextWidth(size: 15, isBold: true)(title), TextWidth(size: 11)(legend.title),
      Double(LegendSVG(legend).width) + 16 + TextWidth(size: 11)(legend.note ?? ""),
    ]
    let text = Int((texts.max() ?? 0).rounded(.up))
    return (max(size.width, text) + 24, size.height + Self.fileTop + 12)
  }

  private func writeHead(to svg: inout MarkupWriter) {
    let (width, height) = fileSize
    svg.open(
      "svg", Attribute("xmlns", "http://www.w3.org/2000/svg"),
      Attribute("viewBox", ViewBox(width: width, height: height)), Attribute("width", width),
      Attribute("height", height),
      Attribute("role", "img"), Attribute("aria-labelledby", "title desc"))
    svg.element("title", title, Attribute("id", "title"))
    svg.element("desc", description, Attribute("id", "desc"))
    svg.put("\n<style>")
    svg.put(bytes: FigureStyle.css(style, legend.scale))
    svg.put("</style>\n")
    svg.empty(
      "rect", Attribute("class", "ground"), Attribute("width", width), Attribute("height", height))
    svg.put("\n<g transform=\"translate(12,20)\">")
    svg.element("text", title, Attribute("class", "title"))
    svg.element("text", legend.title, Attribute("class", "m"), Attribute("y", 17))
    svg.put("<g transform=\"translate(0,22)\">")
    let drawn = LegendSVG(legend)
    drawn.writeShapes(to: &svg)
    if let note = legend.note {
      svg.element(
        "text", note, Attribute("class", "m"), Attribute("x", drawn.width + 16), Attribute("y", 10))
    }
    svg.put("</g></g>\n")
  }
}
