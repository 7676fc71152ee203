import Attack
import Corpora
import Measures
import Pages
import TestSupport
import Testing

/// What an actor's page expects beside what is listed, and whom it calls similar.
struct ActorPageTests {
  /// Two habits: the first four techniques, and the last four.
  ///
  /// `G1000` lacks one of its habit.
  private static let knowledge: Knowledge = {
    let techniques = (1...8).map { "T100\($0)" }
    var objects: [StixObject] = techniques.map { .make($0) }
    objects += (0..<6).map { .make("G\(1000 + $0)") } + [.make("S0001"), .make("C0001")]
    for group in 0..<6 {
      let habit = group.isMultiple(of: 2) ? techniques[..<4] : techniques[4...]
      for technique in group == 0 ? habit.prefix(3) : habit {
        objects.append(
          .make("G\(1000 + group)", "uses", technique, citing: (0..<4).map { "r\(group)-\($0)" }))
      }
    }
    objects += [
      .make("G1000", "uses", "S0001"), .make("S0001", "uses", "T1004", citing: ["tool"]),
      .make("C0001", "attributed-to", "G1000"), .make("C0001", "uses", "T1005", citing: ["c"]),
    ]
    return .make(objects)
  }()

  private func page(_ path: String) async throws -> Page {
    let knowledge = Self.knowledge
    let corpus = Corpus(knowledge)
    let edition = try await Edition(knowledge, Findings(knowledge, corpus))
    let wiki = Wiki(edition, notices: [], texts: TeamTexts(), title: "Test")
    return try #require(wiki.pages.first { $0.path == path }).make()
  }

  /// The rows of the table of what is expected: the technique's id, the numbers of the reports that
  /// say so, and which of the actor's own have it.
  private func expected(_ page: Page) -> [(id: String?, reports: String, own: [String])] {
    guard case .table(let table)? = page.exhibits["expected"] else { return [] }
    return table.rows.map { row in
      var id: String?
      var reports = ""
      var links: [String] = []
      for cell in row.cells {
        switch cell {
        case .name(let own, _, _): id = own
        case .text(let numbers): reports = numbers
        case .links(let all): links = all.map(\.path)
        default: break
        }
      }
      return (id, reports, links)
    }
  }

  @Test func `what its like name and it does not is expected first`() async throws {
    let rows = expected(try await page("groups/G1000.html"))
    #expect(rows.first?.id == "T1004")
    #expect(rows.allSatisfy { !["T1001", "T1002", "T1003"].contains($0.id) })
  }

  @Test func `each expected technique is said by one or two of the reports that are listed`()
    async throws
  {
    let rows = expected(try await page("groups/G1000.html"))
    let letters = rows.map { $0.reports.split(separator: ", ").map(String.init) }
    #expect(!rows.isEmpty && letters.allSatisfy { (1...2).contains($0.count) })
    let all = Set(letters.joined()).sorted()
    #expect(all == "ABCDEFGHIJKL".prefix(all.count).map(String.init), "those of the list, in a row")
  }

  @Test func `it is told which of its software and campaigns have it`() async throws {
    let rows = expected(try await page("groups/G1000.html"))
    #expect(rows.first?.own == ["software/S0001.html"])
    let other = rows.first { $0.id == "T1005" }
    #expect(other == nil || other?.own == ["campaigns/C0001.html"])
  }

  @Test func `from one technique nothing is expected`() async throws {
    #expect(expected(try await page("software/S0001.html")).isEmpty)
  }
}
