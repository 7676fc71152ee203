import Attack
import Corpora
import Measures
import TestSupport
import Testing
@testable import Pages
@testable import Records

struct SearchIndexTests {
  @Test func `a tool leads to the technique that it is named with most`() {
    let sentence = "[X](https://attack.mitre.org/software/S0001) used `wmic` to list."
    let knowledge = Knowledge.make(
      [
        .make("T1001") { $0.description = "By `wmic`." },
        .make("T1002") { $0.description = "By `wmic` and `reg`." }, .make("T1003"),
      ] + (1...9).map { .make("S000\($0)") }
        + (1...4).map { index in
          .make("S000\(index)", "uses", "T1002", citing: ["a"]) { $0.description = sentence }
        }
        + (1...2).map { index in
          .make("S000\(index)", "uses", "T1003", citing: ["a"]) { $0.description = sentence }
        })
    let words = ToolWords(knowledge, Corpus(knowledge).procedures)
    // Two procedures are too few for the third.
    #expect(words.leading == [[], ["reg", "wmic"], []])
    #expect(words.others == [["wmic"], [], []])
  }

  @Test func `the id of a report can be put together again`() {
    func report(_ url: String?, _ description: String) -> Report {
      let reference = ExternalReference(sourceName: "N", url: url, description: description)
      return Report(ReportKey(reference), [reference], origins: [.attack])
    }
    let reports = [
      report("https://a.com/2020/a-new-backdoor", "A. (2020). A New Backdoor."),
      report("https://www.a.com/b?c=1", "B. (2021). Other."),
      report("https://b.org/\(String(repeating: "long-", count: 20))", "C. (2022). Thirteen."),
      report(nil, "D. (2023). No address."),
    ]
    let shelf = ReportIDColumns(reports)
    #expect(shelf.hosts == ["a.com 2", "b.org 1", " 1"])
    #expect(shelf.slugs[0] == "-2020-~#1")
    #expect(shelf.slugs[1] == "-b-c-1")
    #expect(shelf.slugs[2].utf8.count == 60 - "b-org".utf8.count)
    #expect(shelf.slugs[3] == "name-n")
    #expect(shelf.hashes == reports.map { $0.id.suffix(8) }.joined())
  }

  @Test(arguments: [
    (PartialDate(year: 2016, month: 11, day: 30), "].A"),
    (PartialDate(year: 2016, month: 11), "].#"), (PartialDate(year: 2016), "]##"),
    (PartialDate(year: 1950), "###"),
  ])
  func `a date is three signs`(date: PartialDate, text: String) {
    #expect(DateText.text(of: date) == text && DateText.text(of: nil) == "###")
  }
}
