import Attack
import TestSupport
import Testing

struct ObjectStoreTests {
  private func technique(_ name: String, _ day: Int, isRevoked: Bool = false) -> StixObject {
    .make("T1001") {
      $0.name = name
      $0.modified = Timestamp("2025-01-0\(day)T00:00:00Z")
      $0.isRevoked = isRevoked
    }
  }

  private func name(_ objects: [StixObject]) -> String? {
    Knowledge.make(objects).techniques.first?.name
  }

  @Test func `of two objects with one id the newest is used`() {
    #expect(name([technique("new", 2), technique("old", 1)]) == "new")
    #expect(name([technique("old", 1), technique("new", 2)]) == "new")
  }

  @Test func `of two that are equally new it is the later one`() {
    #expect(name([technique("first", 1), technique("second", 1)]) == "second")
  }

  @Test func `whether it lives is what the newest says`() {
    #expect(name([technique("a", 1, isRevoked: true), technique("b", 2)]) == "b")
    #expect(name([technique("a", 2, isRevoked: true), technique("b", 1)]) == nil)
  }

  @Test func `a duplicate within a bundle is noted, one across bundles is not`() {
    let one = technique("a", 1)
    let bundle = StixBundle(source: "one.json", objects: [one, one])
    let other = StixBundle(source: "two.json", objects: [one])
    let notices = Knowledge([bundle, other], version: "1").notices
    #expect(
      notices.filter { $0.kind == .duplicateObject }
        == [Notice(.duplicateObject, at: "`one.json`: `attack-pattern--T1001`")])
  }

  @Test func `the domains of all copies are united`() {
    let copies = ["enterprise-attack", "ics-attack"].map { domain in
      StixBundle(
        source: domain,
        objects: [.make("G0001") { $0.domains = [domain] }, .make("T1001")])
    }
    #expect(Knowledge(copies).actors.map(\.domains) == [[.enterprise, .ics]])
    #expect(Knowledge(copies.reversed()).actors.map(\.domains) == [[.enterprise, .ics]])
  }

  @Test func `an object that several bundles hold is used once`() {
    let objects: [StixObject] = [
      .make("G0001"), .make("T1001"), .make("G0001", "uses", "T1001", citing: ["a"]),
    ]
    let bundles = ["one", "two"].map { StixBundle(source: $0, objects: objects) }
    #expect(Knowledge(bundles).usesInWords == ["G0001 T1001 a"])
  }
}
