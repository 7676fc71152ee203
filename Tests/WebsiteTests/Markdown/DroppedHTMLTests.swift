import Attack
import Pages
import Testing

@testable import Website

struct DroppedHTMLTests {
  @Test func `each line that has HTML is told once, comments and code are not`() {
    let text = """
      One <b>bold</b> word,
      and <i>another</i>.

      <div>
      a block
      </div>

      <!-- a remark --> `<b>` <https://example.org/>

          <pre>

      """
    #expect(DroppedHTML.lines(of: text) == [1, 2, 4])
  }

  @Test func `a notice has the line of the file`() {
    let text = TeamText(
      name: "us", markdown: "A <b>.", source: "pages/us.md", givenTitle: "Us", linesBefore: 3)
    #expect(
      DroppedHTML.notices(TeamTexts(pages: [text])).map(\.place) == ["pages/us.md:4"])
  }
}
