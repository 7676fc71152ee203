import Pages
import Testing

@testable import Website

struct TableHTMLTests {
  private func html(_ cell: Cell) -> String {
    let table = Table(
      "Some", style: "some", columns: [Table.Column("One")], rows: [Table.Row(nil, [cell])])
    return TableHTML(place: PageLocation("index.html"), markdown: MarkdownRenderer())
      .html(table, named: "some")
  }

  @Test func `a share and its note are text, also where they are less than one`() {
    let html = html(.share(0.0004, note: "<1 % of all", isFaint: false))
    #expect(html.contains("&lt;0.1 % <i>&lt;1 % of all</i>"))
  }

  @Test(arguments: [
    Cell.text("<b> & \"c\""), .name(id: "<i>", name: "<b>", path: "index.html"),
    .links([Link("<b>", to: "index.html")]), .external(text: "<b>", url: "https://x.org/?a=\"<b>"),
  ])
  func `no text of a cell is markup`(cell: Cell) {
    let html = html(cell)
    #expect(!html.contains("<b>") && !html.contains("<i><i>") && html.contains("&lt;b&gt;"))
  }
}
