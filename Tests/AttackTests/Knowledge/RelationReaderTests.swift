import Attack
import TestSupport
import Testing

struct RelationReaderTests {
  private let ends: [StixObject] = [.make("G0001"), .make("T1001"), .make("T1002")]

  private func uses(_ objects: StixObject...) -> [String] {
    Knowledge.make(ends + objects).usesInWords
  }

  private func retired(_ id: String) -> StixObject { .make(id) { $0.isRevoked = true } }
  private func deprecated(_ id: String) -> StixObject { .make(id) { $0.isDeprecated = true } }

  @Test func `a use is a group, what it uses, and what is cited for it`() {
    #expect(uses(.make("G0001", "uses", "T1001", citing: ["a", "b"])) == ["G0001 T1001 a b"])
  }

  @Test func `a relationship that is dead by itself is dropped, though both its ends live`() {
    #expect(uses(.make("G0001", "uses", "T1001") { $0.isDeprecated = true }).isEmpty)
    #expect(uses(.make("G0001", "uses", "T1001") { $0.isRevoked = true }).isEmpty)
  }

  @Test func `a use by something dead is dropped, even if that has a successor`() {
    #expect(uses(deprecated("G0002"), .make("G0002", "uses", "T1001")).isEmpty)
    #expect(
      uses(
        retired("G0002"), .make("G0002", "revoked-by", "G0001"), .make("G0002", "uses", "T1001")
      ).isEmpty)
  }

  @Test func `a use of something deprecated is dropped`() {
    #expect(uses(deprecated("T1003"), .make("G0001", "uses", "T1003")).isEmpty)
    #expect(
      uses(
        deprecated("T1003"), .make("T1003", "revoked-by", "T1001"), .make("G0001", "uses", "T1003")
      ).isEmpty)
  }

  @Test func `a use of something revoked is followed to the live end of the chain`() {
    #expect(
      uses(
        retired("T1003"), retired("T1004"), .make("T1003", "revoked-by", "T1004"),
        .make("T1004", "revoked-by", "T1002"), .make("G0001", "uses", "T1003", citing: ["a"])
      ) == ["G0001 T1002 a"])
  }

  @Test func `a use whose chain ends on something dead is dropped`() {
    #expect(
      uses(
        retired("T1003"), deprecated("T1004"), .make("T1003", "revoked-by", "T1004"),
        .make("G0001", "uses", "T1003")
      ).isEmpty)
    #expect(uses(retired("T1003"), .make("G0001", "uses", "T1003")).isEmpty)
    #expect(
      uses(
        retired("T1003"), .make("T1003", "revoked-by", "T1003"), .make("G0001", "uses", "T1003")
      ).isEmpty)
  }

  @Test func `an end that no bundle holds is noted, once a relationship`() {
    let knowledge = Knowledge.make(
      ends + [
        .make("G0001", "uses", "T1999"), .make("G9999", "uses", "T1001"),
        .make("T1001", "revoked-by", "T1998"), .make("G0001", "uses", "x-mitre-asset--1"),
        .make("course-of-action--1", "mitigates", "T1999"),
      ])
    #expect(
      knowledge.notices.filter { $0.kind == .danglingReference }.map(\.place) == [
        "`relationship--G0001-uses-T1999`: `attack-pattern--T1999`",
        "`relationship--G9999-uses-T1001`: `intrusion-set--G9999`",
        "`relationship--T1001-revoked-by-T1998`: `attack-pattern--T1998`",
        "`relationship--course-of-action--1-mitigates-T1999`: `course-of-action--1`",
      ])
  }

  @Test func `a use that cites nothing is kept and noted, and no report is invented`() {
    let knowledge = Knowledge.make(ends + [.make("G0001", "uses", "T1001")])
    #expect(knowledge.usesInWords == ["G0001 T1001"])
    #expect(knowledge.noticesInWords.contains("uncitedUse `relationship--G0001-uses-T1001`"))
  }

  @Test func `a use of software is a use, and need not cite`() {
    let knowledge = Knowledge.make(ends + [.make("S0001"), .make("G0001", "uses", "S0001")])
    #expect(knowledge.usesInWords == ["G0001 S0001"])
    #expect(!knowledge.notices.contains { $0.kind == .uncitedUse })
  }

  @Test func `ATT&CK's own entry is no citation`() {
    let use = StixObject.make("G0001", "uses", "T1001", citing: ["a"]) {
      $0.references.append(ExternalReference(sourceName: "mitre-attack", externalID: "T1001"))
    }
    #expect(uses(use) == ["G0001 T1001 a"])
  }

  @Test func `uses stand in the order of their ids`() {
    #expect(
      uses(
        .make("G0001", "uses", "T1002", id: "c"), .make("G0001", "uses", "T1001", id: "b"),
        .make("G0001", "uses", "T1002", id: "a")
      ) == ["G0001 T1002", "G0001 T1001", "G0001 T1002"])
  }

  @Test func `a sub-technique belongs to the target of its relation, or to whom its id names`() {
    let knowledge = Knowledge.make([
      .make("T1003"), .make("T1003.001"), .make("T1004"), .make("T1004.001"), .make("T1005.001"),
      .make("T1003.001", "subtechnique-of", "T1003"),
    ])
    let parents: [TechniqueID?] = knowledge.techniques.map { technique in
      technique.parent.map { knowledge.techniques[$0].id }
    }
    #expect(
      parents == [nil, TechniqueID("T1003"), nil, TechniqueID("T1004"), nil])
  }

  @Test func `only a sub-technique is one: circles and odd relations are passed over`() {
    let knowledge = Knowledge.make([
      .make("T1003"), .make("T1004"), .make("T1003.001"), .make("T1003.002"),
      .make("T1003", "subtechnique-of", "T1004"), .make("T1004", "subtechnique-of", "T1003"),
      .make("T1003.001", "subtechnique-of", "T1003.002"),
      .make("T1003.002", "subtechnique-of", "T1003.001"),
    ])
    let ids = knowledge.techniques.map { technique in
      technique.parent.map { knowledge.techniques[$0].id.description } ?? "none"
    }
    #expect(ids == ["none", "T1003", "T1003", "none"])
  }

  @Test func `a campaign is attributed to a group, and to its successor`() {
    let knowledge = Knowledge.make([
      .make("C0001"), retired("G0002"), .make("G0001"), .make("T1001"),
      .make("G0002", "revoked-by", "G0001"), .make("C0001", "attributed-to", "G0002"),
      .make("C0001", "attributed-to", "G0001"), .make("G0001", "attributed-to", "C0001"),
    ])
    #expect(knowledge.attributions.map { [$0.campaign, $0.group] } == [[1, 0]])
  }

  @Test func `the groups of a campaign, and the campaigns of a group, come in their order`() {
    let knowledge = Knowledge.make([
      .make("G0001"), .make("G0002"), .make("C0001"), .make("C0002"),
      .make("C0001", "attributed-to", "G0002"), .make("C0001", "attributed-to", "G0001"),
      .make("C0002", "attributed-to", "G0001"),
    ])
    #expect(knowledge.groups(of: 2) == [0, 1] && knowledge.groups(of: 3) == [0])
    #expect(knowledge.campaigns(of: 0) == [2, 3] && knowledge.campaigns(of: 1) == [2])
  }
}
