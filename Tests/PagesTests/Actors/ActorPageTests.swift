import Attack
import Corpora
import Measures
@testable import Pages
import TestSupport
import Testing

/// What an actor's page expects beside what is listed, and what a hunt starts from.
struct ActorPageTests {
  /// Two habits: the first four techniques, and the last four.
  ///
  /// `G1000` and `G1004` lack one of theirs; the software of `G1004` has it.
  private static let knowledge: Knowledge = {
    let techniques = (1...8).map { "T100\($0)" }
    var objects: [StixObject] = techniques.map { .make($0) }
    objects += (0..<6).map { .make("G\(1000 + $0)") }
    objects += [.make("S0001"), .make("S0002"), .make("C0001")]
    for group in 0..<6 {
      let habit = group.isMultiple(of: 2) ? techniques[..<4] : techniques[4...]
      for technique in [0, 4].contains(group) ? habit.prefix(3) : habit {
        objects.append(
          .make("G\(1000 + group)", "uses", technique, citing: (0..<4).map { "r\(group)-\($0)" }))
      }
    }
    objects += [
      .make("G1004", "uses", "S0001"), .make("S0001", "uses", "T1004", citing: ["tool"]),
      .make("C0001", "attributed-to", "G1002"), .make("C0001", "uses", "T1001", citing: ["c"]),
      .make("C0001", "uses", "T1002", citing: ["c"]),
      .make("C0001", "uses", "T1003", citing: ["c"]),
    ]
    return .make(objects)
  }()

  private func page(_ path: String) async throws -> Page {
    let knowledge = Self.knowledge
    let corpus = Corpus(knowledge)
    let edition = try await Edition(knowledge, Findings(knowledge, corpus))
    let wiki = Wiki(edition, notices: [], texts: TeamTexts(), title: "Test", tables: [])
    return try #require(wiki.pages.first { $0.path == path }).make()
  }

  private func expected(_ page: Page) -> [Expectations.Entry] {
    guard case .expectations(let expectations)? = page.exhibits["expected"] else { return [] }
    return expectations.entries
  }

  private func hunt(_ page: Page) throws -> HuntSection.Contents {
    let contents = try #require(page.contents as? ActorMaker.Contents)
    return try #require(contents.hunt)
  }

  @Test func `what its like name and it does not is expected first`() async throws {
    let rows = expected(try await page("groups/G1000.html"))
    #expect(rows.first?.id == "T1004")
    #expect(rows.allSatisfy { !["T1001", "T1002", "T1003"].contains($0.id) })
    #expect(rows.allSatisfy { $0.times >= 1.5 && $0.chance >= $0.usual + 0.05 })
  }

  @Test func `what its software has is not expected`() async throws {
    #expect(expected(try await page("groups/G1004.html")).allSatisfy { $0.id != "T1004" })
  }

  @Test func `each expected technique names its reports, with their dates`() async throws {
    let rows = expected(try await page("groups/G1000.html"))
    #expect(rows.allSatisfy { (1...2).contains($0.reports.count) })
    #expect(rows.first?.reports.first?.title.hasPrefix("r2-") == true)
    #expect(rows.first?.reports.first?.details == "no date, example.org")
  }

  @Test func `it is told that a campaign's group is listed with it`() async throws {
    let rows = expected(try await page("campaigns/C0001.html"))
    let row = try #require(rows.first { $0.id == "T1004" })
    #expect(row.notes == ["Listed with its group [Name of G1002](../groups/G1002.html)"])
  }

  @Test func `from one technique nothing is expected, but a hunt can start`() async throws {
    let page = try await page("software/S0001.html")
    #expect(expected(page).isEmpty)
    #expect(try hunt(page).link == "../explore.html#T1004")
  }

  @Test func `a hunt starts from what was asked with, the rarest first`() async throws {
    let hunt = try hunt(try await page("groups/G1000.html"))
    #expect(hunt.link == "../explore.html#T1001,T1002,T1003" && hunt.noun == "group")
  }

  @Test func `without techniques there is nothing to hunt`() async throws {
    let page = try await page("software/S0002.html")
    #expect((page.contents as? ActorMaker.Contents)?.hunt == nil)
  }
}
