import Text

/// Writes a table of a Markdown text, its columns aligned as the text has them.
struct MarkdownTable {
  private let table: CmarkNode
  private let alignments: [UInt8]
  /// Whether its head names its scope and numbers have a class, as in tables of a page's own.
  private let isScoped: Bool

  init(_ table: CmarkNode, isScoped: Bool) {
    self.table = table
    self.isScoped = isScoped
    alignments = table.alignments
  }

  func write(to html: inout MarkupWriter) {
    html.put("<table>")
    var isInBody = false
    for row in table.children {
      if row.isHeader {
        html.put("\n<thead>")
      } else if !isInBody {
        html.put("\n<tbody>")
        isInBody = true
      }
      html.put("\n<tr>")
      write(row, to: &html)
      html.put(row.isHeader ? "\n\n" : "\n")
    }
    html.put(isInBody ? "\n\n</table>\n" : "\n</table>\n")
  }

  private func write(_ row: CmarkNode, to html: inout MarkupWriter) {
    for (column, cell) in row.children.enumerated() {
      html.put(row.isHeader ? "\n<th" : "\n<td")
      let alignment = column < alignments.count ? alignments[column] : 0
      if isScoped, alignment != UInt8(ascii: "c") {
        html.attributes(
          Attribute("scope", row.isHeader ? "col" : nil),
          Attribute("class", alignment == UInt8(ascii: "r") ? "num" : nil))
      } else {
        html.attributes(Attribute("align", Self.names[alignment]))
      }
      MarkdownInlines.write(cell, to: &html)
    }
  }

  private static let names: [UInt8: String] = [
    UInt8(ascii: "l"): "left", UInt8(ascii: "c"): "center", UInt8(ascii: "r"): "right",
  ]
}
