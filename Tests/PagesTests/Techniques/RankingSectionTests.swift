import Pages
import TestSupport
import Testing

struct RankingSectionTests {
  private func ranking(of id: String) async throws -> Ranking? {
    let page = try await TinyWiki.pages.first { $0.path == "techniques/\(id).html" }
    guard case .ranking(let ranking) = try #require(page).exhibits["next"] else { return nil }
    return ranking
  }

  @Test func `a technique that no report cites has the list of its family`() async throws {
    let borrowed = try #require(try await ranking(of: "T1002.001"))
    let own = try #require(try await ranking(of: "T1002"))
    #expect(borrowed.technique == "T1002" && own.technique == "T1002")
    #expect(borrowed.entries.map(\.id) == own.entries.map(\.id))
    #expect(borrowed.allPath == "techniques/T1002.html#all")
  }

  @Test func `where no report cites the family there is no list`() async throws {
    #expect(try await ranking(of: "T1010") == nil)
  }

  @Test func `those seen most often have their place, and each stands in one of the lists`()
    async throws
  {
    for id in ["T1001", "T1002", "T1005"] {
      let ranking = try #require(try await ranking(of: id))
      let all = ranking.entries + ranking.common + ranking.others
      #expect(Set(all.map(\.id)).count == all.count)
      #expect(all.compactMap(\.often).sorted() == Array(1...all.compactMap(\.often).count))
      #expect(ranking.others.allSatisfy { $0.often != nil })
      #expect(ranking.entries.allSatisfy { !$0.evidence.isEmpty })
    }
  }
}
