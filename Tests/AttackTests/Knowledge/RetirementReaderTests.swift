import Attack
import TestSupport
import Testing

struct RetirementReaderTests {
  private func retired(_ id: String, _ change: (inout StixObject) -> Void = { _ in }) -> StixObject
  {
    .make(id) {
      $0.isRevoked = true
      change(&$0)
    }
  }

  private func inWords(_ knowledge: Knowledge) -> [String] {
    knowledge.retired.map { "\($0.id) -> \($0.successor?.id ?? "nothing")" }
  }

  @Test func `a chain of successors is followed to its live end`() {
    let knowledge = Knowledge.make([
      retired("T1150"), retired("T1547.011"), .make("T1647"),
      .make("T1150", "revoked-by", "T1547.011"), .make("T1547.011", "revoked-by", "T1647"),
    ])
    #expect(knowledge.techniques.map(\.id.description) == ["T1647"])
    #expect(inWords(knowledge) == ["T1150 -> T1647", "T1547.011 -> T1647"])
    #expect(knowledge.retired[0].successor?.name == "Name of T1647")
    #expect(knowledge.notices.isEmpty)
  }

  @Test func `several may be merged into one`() {
    let knowledge = Knowledge.make([
      retired("T1562"), retired("T1562.001"), .make("T1685"),
      .make("T1562", "revoked-by", "T1685"), .make("T1562.001", "revoked-by", "T1685"),
    ])
    #expect(inWords(knowledge) == ["T1562 -> T1685", "T1562.001 -> T1685"])
  }

  @Test func `a circle of successors ends, and leads nowhere`() {
    let knowledge = Knowledge.make([
      retired("T1001"), retired("T1002"), retired("T1003"), .make("T1004"),
      .make("T1001", "revoked-by", "T1002"), .make("T1002", "revoked-by", "T1001"),
      .make("T1003", "revoked-by", "T1003"),
    ])
    #expect(inWords(knowledge) == ["T1001 -> nothing", "T1002 -> nothing", "T1003 -> nothing"])
    #expect(
      knowledge.noticesInWords == ["T1001", "T1002", "T1003"].map { "withoutSuccessor \($0)" })
  }

  @Test func `a chain may end on something deprecated, or have no successor at all`() {
    let knowledge = Knowledge.make([
      retired("T1443"), .make("T1475") { $0.isDeprecated = true }, retired("T1454"), .make("T1001"),
      .make("T1443", "revoked-by", "T1475"),
    ])
    #expect(inWords(knowledge) == ["T1443 -> nothing", "T1454 -> nothing", "T1475 -> nothing"])
    #expect(knowledge.retired.map(\.isRevoked) == [true, true, false])
    #expect(knowledge.noticesInWords == ["withoutSuccessor T1443", "withoutSuccessor T1454"])
  }

  @Test func `a successor may be of another kind: a group revoked by software`() {
    let knowledge = Knowledge.make([
      retired("G0001"), .make("S0001"), .make("T1001"), .make("G0001", "revoked-by", "S0001"),
    ])
    #expect(inWords(knowledge) == ["G0001 -> S0001"])
    #expect(knowledge.retired.map(\.kind) == [.actor(.group)])
  }

  @Test func `a dead succession does not count`() {
    let knowledge = Knowledge.make([
      retired("T1001"), .make("T1002"),
      .make("T1001", "revoked-by", "T1002") { $0.isDeprecated = true },
    ])
    #expect(inWords(knowledge) == ["T1001 -> nothing"])
  }

  @Test func `an id that lives on in another object is not retired`() {
    let knowledge = Knowledge.make([
      StixObject.make("T1001", "attack-pattern"),
      retired("T1001") { $0 = $0.renamed("attack-pattern--old") },
    ])
    #expect(knowledge.retired.isEmpty)
  }

  @Test(
    .enabled(if: RealReleases.areHere),
    arguments: [
      ("enterprise-attack-18.1", "T1150", "T1647"),
      ("enterprise-attack-18.1", "T1547.011", "T1647"),
      ("enterprise-attack-18.1", "T1073", "T1574.001"),
      ("enterprise-attack-18.1", "T1574.002", "T1574.001"),
      ("mobile-attack-17.1", "T1454", nil), ("mobile-attack-17.1", "T1443", nil),
    ])
  func `the chains of real releases`(release: String, id: String, successor: String?) throws {
    let knowledge = try RealReleases.knowledge(release)
    let retired = try #require(knowledge.retired.first { $0.id == id })
    #expect(retired.isRevoked && retired.successor?.id == successor)
    let noted = knowledge.noticesInWords.contains("withoutSuccessor \(id)")
    #expect(noted == (successor == nil))
  }
}
