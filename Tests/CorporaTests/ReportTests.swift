import Attack
import Corpora
import Testing

struct ReportTests {
  private func report(_ references: ExternalReference...) -> Report {
    Report(ReportKey(references[0]), references, origins: [.attack])
  }

  private func reference(_ url: String?, _ description: String?, name: String = "N")
    -> ExternalReference
  {
    ExternalReference(sourceName: name, url: url, description: description)
  }

  @Test func `the first dated reference tells of it`() {
    let merged = report(
      reference("http://x.com/a", "A. (n.d.). Undated."),
      reference("https://x.com/a/", "B. (2016). Dated."),
      reference("https://x.com/a#b", "C. (2017). Later."))
    #expect(merged.title == "Dated" && merged.authors == "B" && merged.published?.year == 2016)
    #expect(merged.url == "https://x.com/a/")
  }

  @Test func `a date after the data, or before there were computers, is none`() {
    let references = [
      reference("https://x.com/a", "A. (2918, May 4). Mistyped."),
      reference("https://x.com/a", "B. (1012). Mistyped too."),
      reference("https://x.com/a", "C. (2018). Right."),
    ]
    let key = ReportKey(references[0])
    let all = Report(key, references, origins: [.attack], lastYear: 2024)
    #expect(all.published?.year == 2018 && all.title == "Right")
    let one = Report(key, [references[0]], origins: [.attack], lastYear: 2024)
    #expect(one.published == nil && one.title == "Mistyped" && one.authors == "A")
    #expect(Report(key, [references[0]], origins: [.attack]).published?.year == 2918)
  }

  @Test func `without a date one with authors tells, else any text, else its name`() {
    #expect(report(reference(nil, "x"), reference(nil, "A. (n.d.). T.")).title == "T")
    #expect(report(reference(nil, nil), reference(nil, "x")).title == "x")
    #expect(report(reference(nil, nil, name: "Name")).title == "Name")
    #expect(report(reference(nil, "", name: "Name")).title == "Name")
  }

  @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "//x.com", "ftp://x.com", ""])
  func `its address is http or https, or none`(url: String) {
    #expect(report(reference(url, "A. (2016). T.")).url == nil)
    #expect(
      report(reference(url, "A. (2016). T."), reference("https://x.com", nil)).url
        == "https://x.com")
  }

  @Test func `a citation of the Web Archive's copy tells of both addresses`() {
    let copy = "https://web.archive.org/web/20200101000000/http:/www.x.com/A?b=1"
    let alone = report(reference(copy, "A. (2016). T."))
    #expect(alone.url == copy && alone.archive == copy)
    #expect(alone.original == "http://www.x.com/A?b=1")
    let both = report(reference("https://x.com/A?b=1", "A. (2016). T."), reference(copy, nil))
    #expect(both.url == "https://x.com/A?b=1" && both.original == both.url)
    #expect(both.archive == copy)
    let plain = report(reference("https://archive.x.com/web/1/a", "A. (2016). T."))
    #expect(plain.archive == nil && plain.original == plain.url)
  }

  @Test func `it is known by all its names, and published by its host`() {
    let merged = report(
      reference("https://www.x.com/a", nil, name: "b"), reference("https://x.com/a", nil, name: "a")
    )
    #expect(merged.names == ["a", "b"] && merged.publisher == "x.com")
    #expect(report(reference(nil, nil)).publisher == nil)
  }
}
