import Testing
import Text

@testable import Pages
@testable import Website

struct MatrixSVGTests {
  /// Columns of cells, each of one report.
  private func svg(cells: Int, columns: Int = 1) -> MatrixSVG {
    let cell = MatrixFigure.Cell(
      name: "Run", path: "techniques/T1.html", number: 1, level: 1, subs: [2, 2, 1])
    let column = MatrixFigure.Column(
      title: "Impact", subtitle: "1 of 1", cells: Array(repeating: cell, count: cells))
    return MatrixSVG(
      MatrixFigure(
        title: "All", description: "All.",
        legend: Legend(title: "Reports", labels: ["1"], scale: .sequential),
        columns: Array(repeating: column, count: columns), file: nil))
  }

  private func shapes(_ svg: MatrixSVG, at location: PageLocation?) -> String {
    var markup = MarkupWriter(location == nil ? .xml : .html)
    svg.write(at: location, to: &markup)
    return markup.bytes.text
  }

  private let link = """
    <a class=c1 href=T1.html><rect width=86 height=37 /><text>Run</text><text>1</text>\
    <path class=b2 d="M64 28h5v5h-5zm6 0h5v5h-5z"/><path class=b1 d="M76 28h5v5h-5z"/></a>
    """

  @Test func `on a page the style sheet places columns and rows`() {
    #expect(
      shapes(svg(cells: 2), at: PageLocation("techniques/T2.html")) == """
        <g><g class=h><text y=21>Impact</text><text class=m y=34>1 of 1</text></g>
        \(link)
        \(link)
        </g>

        """)
  }

  @Test func `each hundred of rows begins anew, and the forty-first column stands by itself`() {
    let body = shapes(
      svg(cells: 201, columns: 41), at: PageLocation("techniques/T2.html"))
    let groups = body.matches(of: /<g transform=([^>]*)>/).map { String($0.1) }
    #expect(groups.prefix(2) == ["translate(0,3900)", "translate(0,7800)"])
    #expect(groups.count == 83 && groups[80] == "translate(3520)")
    #expect(body.matches(of: /<a class/).count == 201 * 41)
  }

  @Test func `a file has all places, a path for a run of cells and one for all squares`() {
    let columns = [0, 88].map { x in
      """
      <g transform="translate(\(x))"><g class="h"><text y="21">Impact</text>\
      <text class="m" y="34">1 of 1</text></g>
      <g transform="translate(4)"><g class="c1"><path class="r" \
      d="M-4 40h86v37h-86zm0 39h86v37h-86z"/><text y="51">Run</text><text class="n" y="74">1</text>
      <text y="90">Run</text><text class="n" y="113">1</text></g>
      </g></g>

      """
    }
    let pairs = ["M64 68", "M64 107", "M152 68", "M152 107"].map { $0 + "h5v5h-5zm6 0h5v5h-5z" }
    let squares = """
      <path class="b1" d="M76 68h5v5h-5zM76 107h5v5h-5zM164 68h5v5h-5zM164 107h5v5h-5z"/>
      <path class="b2" d="\(pairs.joined())"/>

      """
    #expect(shapes(svg(cells: 2, columns: 2), at: nil) == columns.joined() + squares)
  }
}
