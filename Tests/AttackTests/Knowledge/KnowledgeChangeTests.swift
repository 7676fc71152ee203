import Attack
import TestSupport
import Testing

struct KnowledgeChangeTests {
  private func named(_ id: String, _ name: String) -> StixObject { .make(id) { $0.name = name } }

  @Test func `what is new, retired and renamed is told by ids`() {
    let before = Knowledge.make([
      .make("T1001"), named("T1002", "Old name"), .make("T1003"), .make("G0001"), .make("S0001"),
    ])
    let now = Knowledge.make([
      .make("T1001"), named("T1002", "New name"), .make("T1003") { $0.isDeprecated = true },
      .make("T1004"), .make("G0001"), .make("G0002"), .make("C0001"),
    ])
    let change = KnowledgeChange(from: before, to: now)
    #expect(change.newTechniques.map { now.techniques[$0].id.description } == ["T1004"])
    #expect(change.retiredTechniques.map(\.id.description) == ["T1003"])
    #expect(change.renamed.map { now.techniques[$0.technique].id.description } == ["T1002"])
    #expect(change.renamed.map(\.before) == ["Old name"])
    #expect(change.newActors.map { now.actors[$0].id.description } == ["G0002", "C0001"])
    #expect(change.retiredActors.map(\.id.description) == ["S0001"])
  }

  @Test func `the same twice is no change`() {
    let knowledge = Knowledge.make([.make("T1001"), .make("G0001")])
    let change = KnowledgeChange(from: knowledge, to: knowledge)
    #expect(change.newTechniques.isEmpty && change.retiredTechniques.isEmpty)
    #expect(change.renamed.isEmpty && change.newActors.isEmpty && change.retiredActors.isEmpty)
  }

  @Test func `a domain that only one of both has is not compared`() {
    let enterprise = Knowledge.make([.make("T1001")])
    let mobile = Knowledge.make([
      .make("T1401", catalogue: "mitre-mobile-attack") { $0.domains = ["mobile-attack"] }
    ])
    let change = KnowledgeChange(from: enterprise, to: mobile)
    #expect(change.newTechniques.isEmpty && change.retiredTechniques.isEmpty)
  }
}
