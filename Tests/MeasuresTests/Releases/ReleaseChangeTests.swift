import Attack
import Corpora
import Measures
import TestSupport
import Testing

struct ReleaseChangeTests {
  private func release(_ addresses: [String]) -> Knowledge {
    .make(
      [.make("G0001"), .make("T1001"), .make("T1002")]
        + addresses.enumerated().flatMap { number, address in
          ["T1001", "T1002"].map { id in
            .make("G0001", "uses", id, id: "\(id)-\(number)") {
              $0.references = [ExternalReference(sourceName: "Report \(number)", url: address)]
            }
          }
        })
  }

  private func change(_ before: [String], _ now: [String]) async -> ReleaseChange {
    let (before, now) = (release(before), release(now))
    let corpus = Corpus(now)
    return ReleaseChange(
      now, CountedCorpus(corpus),
      await Associations(corpus.citations, ids: now.techniqueIDs),
      since: await PreviousRelease(before, by: ReportFilter()))
  }

  @Test func `a report at https, or at an archive's copy, is the same report as before`() async {
    let change = await change(
      ["http://example.org/a", "https://example.org/b", "http://www.example.org/c/"],
      [
        "https://example.org/a",
        "https://web.archive.org/web/20240102030405/https://example.org/b",
        "https://web.archive.org/web/20240102030405/http://www.example.org/c/",
      ])
    #expect(change.newReports.isEmpty && change.totalBefore(0) == 3)
    #expect(change.arrivals(0, 1).isEmpty)
  }

  @Test func `another address is a new report`() async {
    let change = await change(
      ["http://example.org/a"], ["http://example.org/a", "http://example.org/d"])
    #expect(change.newReports.count == 1 && change.arrivals(0, 1) == change.newReports)
  }
}
