import Attack
import Corpora
import TestSupport
import Testing
import Text

struct EnablingGraphTests {
  private let knowledge = Knowledge.make(
    (1...6).map { .make("T100\($0)") } + [
      .make("T1010") { $0.isRevoked = true }, .make("T1010", "revoked-by", "T1001"),
    ])

  private func graph(_ lines: [String]) throws -> EnablingGraph {
    EnablingGraph(
      try CapabilityText.capabilities(of: lines), knowledge, TechniqueResolver(knowledge))
  }

  private func id(_ index: Index<Technique>) -> String {
    knowledge.techniques[index].id.description
  }

  private func words(_ graph: EnablingGraph) -> [String] {
    graph.edges.map { edge in
      "\(id(edge.from)) \(edge.given.count) of \(edge.given.of) \(edge.fact) "
        + "\(id(edge.to)) \(edge.needed.count) of \(edge.needed.of)"
    }
  }

  private func words(_ partner: EnablingPartner) -> String {
    "\(id(partner.technique)) \(partner.part.count) of \(partner.part.of)"
  }

  @Test func `an edge says how many procedures give and need its fact`() throws {
    let all = try graph([
      "T1001 gives a", "T1001", "T1001 gives a", "T1002 needs a, b", "T1002 needs b",
      "T1003 gives b",
    ])
    #expect(
      words(all) == ["T1001 2 of 3 a T1002 1 of 2", "T1003 1 of 1 b T1002 2 of 2"])
    #expect(all.pairs.map { id($0.from) + id($0.to) } == ["T1001T1002", "T1003T1002"])
    #expect(all.needs[1].map(\.fact.name) == ["a", "b"] && all.gives[1].isEmpty)
    #expect(all.needs[1][0].givers.map(words) == ["T1001 2 of 3"])
    #expect(all.gives[2][0].takers.map(words) == ["T1002 2 of 2"])
  }

  @Test func `two facts between two techniques are two edges of one pair`() throws {
    let all = try graph(["T1001 gives b, a", "T1002 needs a, b"])
    #expect(
      words(all) == ["T1001 1 of 1 a T1002 1 of 1", "T1001 1 of 1 b T1002 1 of 1"])
    #expect(all.pairs.count == 1)
  }

  @Test func `no edge leads to itself, and what only the technique gives is not called unmet`()
    throws
  {
    let all = try graph(["T1001 gives a", "T1001 needs a, b"])
    #expect(all.edges.isEmpty && all.loops.isEmpty && all.unmet.map(\.name) == ["b"])
    #expect(all.needs[0].map(\.isGivenByItself) == [true, false])
    #expect(all.needs[0].allSatisfy { $0.givers.isEmpty })
  }

  @Test func `loops are named, each once; what only leads to one is in none`() throws {
    let all = try graph([
      "T1003 needs a gives b", "T1001 needs b gives a", "T1002 gives a", "T1004 needs a gives c",
      "T1005 needs c, e gives d", "T1006 needs d gives e",
    ])
    #expect(all.loops.map { $0.map(id) } == [["T1001", "T1003"], ["T1005", "T1006"]])
  }

  @Test func `one loop through all is one group`() throws {
    let lines = (1...6).map { "T100\($0) needs f\($0) gives f\($0 % 6 + 1)" }
    #expect(try graph(lines).loops.map { $0.map(id) } == [(1...6).map { "T100\($0)" }])
    #expect(try graph(Array(lines.dropLast())).loops.isEmpty)
  }

  @Test func `a revoked technique is followed; what is none is told with its place`() throws {
    let all = try graph(["T1010 gives a", "T1002 needs a", "T1007 needs a", "text needs a"])
    #expect(words(all) == ["T1001 1 of 1 a T1002 1 of 1"])
    #expect(all.followed == ["T1010": 0])
    #expect(all.unknown.map(\.procedure.name) == ["p2", "p3"])
    #expect(all.unknown.map(\.1.technique.text) == ["T1007", "text"])
    #expect(all.unknown.map(\.1.place.line) == [7, 8])
  }

  @Test func `the order of procedures changes nothing`() throws {
    let lines = ["T1001 gives a, b", "T1002 needs b gives c", "T1003 needs a, c", "T1002 needs a"]
    #expect(words(try graph(lines)) == words(try graph(lines.reversed())))
  }
}
