import Corpora
import Testing

struct CitationTextTests {
  @Test func `authors, date and title are told apart`() {
    let text = CitationText(
      "Villeneuve, N., et al. (2016, November 30).  Crouching\nYeti. Retrieved January 11, 2017.")
    #expect(text.authors == "Villeneuve, N., et al")
    #expect(text.published == PartialDate(year: 2016, month: 11, day: 30))
    #expect(text.title == "Crouching Yeti")
  }

  @Test(arguments: [
    ("A. (2016, November 30). T.", "2016-11-30"), ("A. (2016, Nov 3). T.", "2016-11-03"),
    ("A. (2016, November). T.", "2016-11"), ("A. (2016). T.", "2016"),
    ("A (Group). (2016, May 1). T.", "2016-05-01"),
    ("A. (n.d.). T.", nil), ("A. (n.d). T. Retrieved May 1, 2017.", nil),
    ("A. (20166). T.", nil), ("A. (2016, Foo 1). T.", nil), ("A. (2016, May 32). T.", nil),
    ("A. (May 1, 2016). T.", nil), ("A. T. Retrieved May 1, 2017.", nil), ("A. (2016", nil),
    ("A. (２０１６). T.", nil), ("", nil),
  ])
  func `a date is what stands in parentheses, as exactly as it stands`(
    text: String, published: String?
  ) {
    #expect(CitationText(text).published?.description == published)
  }

  @Test func `the day of retrieval is no date of publication, and no part of the title`() {
    let text = CitationText("A. (n.d.). Retrieved lives. Retrieved May 1, 2017.")
    #expect(text.published == nil && text.title == "Retrieved lives")
  }

  @Test func `signs by their names are those signs`() {
    let text = CitationText("M&amp;T. (2016). Darwin&#8217;s Group &#91;Blog&#93; &lt;b&gt;.")
    #expect(text.authors == "M&T" && text.title == "Darwin’s Group [Blog] <b>")
  }

  @Test(arguments: ["no form at all", "(2016)", "(2016). .", "Retrieved May 1, 2017."])
  func `what does not parse keeps its whole text as its title`(text: String) {
    #expect(CitationText(text).title == text && CitationText(text).authors == nil)
  }

  @Test func `a megabyte of what could begin a date is read as fast as other text`() {
    let text = String(repeating: "(", count: 1_000_000)
    #expect(CitationText(text).title == text)
    #expect(CitationText(text + "(2016). A.").published?.description == "2016")
  }

  @Test func `dates of less exactness stand before those of more`() {
    let dates = [
      PartialDate(year: 2016), PartialDate(year: 2016, month: 2),
      PartialDate(year: 2016, month: 2, day: 1), PartialDate(year: 2017),
    ]
    #expect(dates.reversed().sorted() == dates)
    #expect(dates.map(\.description) == ["2016", "2016-02", "2016-02-01", "2017"])
  }
}
