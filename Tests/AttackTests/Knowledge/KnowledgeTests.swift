import Attack
import Foundation
import TestSupport
import Testing

struct KnowledgeTests {
  @Test(.enabled(if: RealReleases.areHere), arguments: RealReleases.names)
  func `every release that lies here is read whole, and gives no cause for alarm`(
    name: String
  ) throws {
    let knowledge = try RealReleases.knowledge(name)
    #expect(knowledge.techniques.allSatisfy { !$0.tactics.isEmpty })
    #expect(Set(knowledge.tactics.map(\.slug)).count == knowledge.tactics.count)
    #expect(
      Set(knowledge.tactics.map { "\($0.domain) \($0.shortname)" }).count == knowledge.tactics.count
    )
    #expect(knowledge.tactics.allSatisfy { !$0.name.isEmpty })
    #expect(knowledge.releases.count == 1 && knowledge.releases[0].collections.isEmpty)
    #expect(knowledge.techniques.allSatisfy { $0.definition == nil && $0.collection == nil })
    let expected: Set<Notice.Kind> = [
      .unknownRelease, .withoutSuccessor, .uncitedUse, .cleanedText,
    ]
    #expect(Set(knowledge.notices.map(\.kind)).subtracting(expected).isEmpty)
  }

  @Test func `it does not depend on the order of the objects`() {
    let objects: [StixObject] = [
      .make("G0001"), .make("T1001"), .make("T1001.001"), .make("S0001"),
      .make("T1003") { $0.isRevoked = true }, .make("T1003", "revoked-by", "T1001"),
      .make("G0001", "uses", "T1001", citing: ["a"]),
      .make("S0001", "uses", "T1003", citing: ["b"]),
      .make("G0001", "uses", "S0001"),
    ]
    let (forth, back) = (Knowledge.make(objects), Knowledge.make(objects.reversed()))
    #expect(forth.usesInWords == back.usesInWords)
    #expect(forth.techniques.map(\.id) == back.techniques.map(\.id))
    #expect(forth.retired.map(\.id) == back.retired.map(\.id))
  }

  @Test func `a bundle of techniques alone is knowledge`() {
    let knowledge = Knowledge.make([.make("T1001")])
    #expect(knowledge.techniques.count == 1 && knowledge.uses.isEmpty && knowledge.notices.isEmpty)
  }
}

@Suite(.enabled(if: RealReleases.areHere))
struct RealKnowledgeTests {
  @Test func `most techniques of Enterprise 18.1 live; 61 do not say whether they are revoked`()
    throws
  {
    let name = "enterprise-attack-18.1"
    let techniques = try RealReleases.bundle(name).objects.filter { $0.type == "attack-pattern" }
    #expect(techniques.count == 835)
    #expect(techniques.count(where: \.isLive) == 691)
    #expect(techniques.count(where: \.isRevoked) == 132)
    #expect(techniques.count { !$0.isRevoked && $0.isDeprecated } == 12)

    let json = try JSONSerialization.jsonObject(with: RealReleases.data(name)) as? [String: Any]
    let silent = try #require(json?["objects"] as? [[String: Any]])
      .filter { $0["type"] as? String == "attack-pattern" && $0["revoked"] == nil }
      .compactMap { $0["id"] as? String }
    #expect(silent.count == 61)
    let live = Set(techniques.filter { !$0.isRevoked }.map(\.id))
    #expect(live.isSuperset(of: silent))
  }

  @Test func `every retired technique of Enterprise 18.1 has a page to keep`() throws {
    let knowledge = try RealReleases.knowledge("enterprise-attack-18.1")
    let techniques = knowledge.retired.filter { $0.kind == .technique }
    #expect(techniques.count { $0.isRevoked && $0.successor != nil } == 132)
    #expect(techniques.count { !$0.isRevoked && $0.successor == nil } == 12)
  }

  @Test func `15 of 16,017 uses of Enterprise 18.1 cite nothing`() throws {
    let knowledge = try RealReleases.knowledge("enterprise-attack-18.1")
    let uses = knowledge.uses.filter { use in
      if case .technique = use.target { true } else { false }
    }
    #expect(uses.count == 16_017)
    #expect(uses.count(where: \.references.isEmpty) == 15)
    #expect(knowledge.notices.map(\.kind) == Array(repeating: .uncitedUse, count: 15))
  }

  @Test func `three domains share software and groups, but no technique`() throws {
    let names = ["enterprise-attack-18.1", "ics-attack-18.1", "mobile-attack-17.1"]
    let bundles = try names.map(RealReleases.bundle)
    let copies = Dictionary(grouping: bundles.flatMap(\.objects), by: \.id).values
      .filter { $0.count > 1 }
    #expect(copies.count { $0[0].type == "malware" } == 19)
    #expect(copies.count { $0[0].type == "intrusion-set" } == 26)
    #expect(!copies.contains { $0[0].type == "attack-pattern" })
    let knowledge = Knowledge(bundles)
    #expect(knowledge.domains == [.enterprise, .mobile, .ics])
    #expect(knowledge.techniques.count == 691 + 83 + 121)
    #expect(Set(knowledge.actors.map(\.id)).count == knowledge.actors.count)
  }
}
