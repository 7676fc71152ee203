import Corpora
import Pages
import Testing
import Text

@testable import Website

struct TableHTMLTests {
  private func html(_ cell: Cell) -> String {
    html([Table.Column("One")], Table.Row(nil, [cell]))
  }

  private func html(_ columns: [Table.Column], _ row: Table.Row) -> String {
    let table = Table("Some", style: "some", columns: columns, rows: [row])
    var html = MarkupWriter(.html)
    TableHTML(location: PageLocation("index.html"), markdown: MarkdownRenderer())
      .write(table, named: "some", to: &html)
    return html.bytes.text
  }

  @Test func `a table has what a parser needs, and no more`() {
    #expect(
      html(.name(id: "T1", name: "Run", path: "techniques/T1.html")) == """
        <div class=tw role=region tabindex=0 aria-labelledby=some-caption><table class=t-some>\
        <caption id=some-caption>Some</caption>
        <thead><tr><th scope=col>One
        <tbody>
        <tr><th scope=row><a href=techniques/T1.html><i>T1</i> Run</a>
        </table></div>

        """)
  }

  @Test func `a share and its note are text, also where they are less than one`() {
    let html = html(.share(0.0004, note: "<1 % of all", isFaint: false))
    #expect(html.contains("&lt;0.1 % <i>&lt;1 % of all</i>"))
  }

  @Test(arguments: [
    (Cell.marks([.first]), " data-kind=marks"),
    (.references([1], page: ""), " data-kind=references"),
    (.date(nil), " data-kind=date"), (.part(1, of: 2), ""),
  ])
  func `a head says what the cells of its column are`(cell: Cell, attribute: String) {
    #expect(html(cell).contains("<th scope=col\(attribute)>One\n"))
  }

  @Test func `a head says whether its cells are numbers, and whose names they are`() {
    let columns = [Table.Column("One", isNumeric: true), Table.Column("Two", names: .sources)]
    let html = html(columns, Table.Row(nil, [.count(1, path: nil), .text("log")]))
    #expect(html.contains("data-kind=number>One"))
    #expect(html.contains("data-names=sources>Two"))
  }

  @Test(arguments: [
    (Cell.part(2, of: 3), " data-value=66.67>2 of 3"), (.date(nil), " data-value>no date"),
    (.date(PartialDate(year: 2019, month: 6)), ">2019-06"),
  ])
  func `a cell says what it is sorted by, where its words do not`(cell: Cell, written: String) {
    #expect(html(cell).contains("<th scope=row\(written)"))
  }

  @Test func `a row says that it stands for sub-techniques too`() {
    let html = html([Table.Column("One")], Table.Row("a", [.empty], isWithSubs: true))
    #expect(html.contains("<tr id=a data-subs>"))
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
