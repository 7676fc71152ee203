import Attack
import TestSupport
import Testing

@testable import Measures

struct TechniqueSplitsTests {
  /// T1082 is old and tells T1680 apart, to which the use of G0001 was moved; T1083 does not.
  private func knowledge(_ change: (inout StixObject) -> Void = { _ in }) -> Knowledge {
    func technique(_ id: String, made day: String, _ description: String = "") -> StixObject {
      .make(id) {
        $0.created = Timestamp(day)
        $0.description = description
        change(&$0)
      }
    }
    func use(_ group: String, recorded day: String) -> StixObject {
      .make(group, "uses", "T1680", citing: ["r"]) {
        $0.created = Timestamp(day)
        change(&$0)
      }
    }
    let told = "Not [Local Storage Discovery](https://attack.mitre.org/techniques/T1680), though."
    return .make([
      .make("TA0007") { $0.shortname = "execution" }, .make("G0001"), .make("G0002"),
      technique("T1082", made: "2017-05-31", told), technique("T1083", made: "2017-05-31"),
      technique("T1680", made: "2025-09-25"), use("G0001", recorded: "2023-07-31"),
      use("G0002", recorded: "2025-10-01"),
    ])
  }

  private func successor(
    of id: String, for actor: Index<Actor>, in knowledge: Knowledge
  ) -> String? {
    let index = knowledge.techniques.firstIndex { $0.id.description == id }
    return index.flatMap { TechniqueSplits(knowledge).successor(of: $0, for: actor) }
      .map { knowledge.techniques[$0].id.description }
  }

  @Test func `a use older than its technique was moved there from one that tells them apart`() {
    #expect(successor(of: "T1082", for: 0, in: knowledge()) == "T1680")
    #expect(successor(of: "T1083", for: 0, in: knowledge()) == nil, "its text has no link")
    #expect(successor(of: "T1082", for: 1, in: knowledge()) == nil, "recorded later")
  }

  @Test func `without dates, or in another tactic, nothing is told`() {
    #expect(successor(of: "T1082", for: 0, in: knowledge { $0.created = .unknown }) == nil)
    let elsewhere = knowledge { if $0.name == "Name of T1082" { $0.phases = [] } }
    #expect(successor(of: "T1082", for: 0, in: elsewhere) == nil)
  }

  @Test func `what took a retired technique's place took no other's`() {
    let plain = knowledge()
    #expect(plain.retired.isEmpty)
    let objects: [StixObject] = [
      .make("TA0007") { $0.shortname = "execution" }, .make("G0001"),
      .make("T1082") {
        $0.created = Timestamp("2017-05-31")
        $0.description = "[x](https://attack.mitre.org/techniques/T1680)"
      },
      .make("T1680") { $0.created = Timestamp("2025-09-25") },
      .make("T1600") { $0.isRevoked = true }, .make("T1600", "revoked-by", "T1680"),
      .make("G0001", "uses", "T1680", citing: ["r"]) { $0.created = Timestamp("2023-07-31") },
    ]
    #expect(successor(of: "T1082", for: 0, in: .make(objects)) == nil)
  }
}
