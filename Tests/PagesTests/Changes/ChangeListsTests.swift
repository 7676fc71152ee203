import Attack
import Pages
import TestSupport
import Testing

struct ChangeListsTests {
  private func revoked(_ id: String) -> StixObject { .make(id) { $0.isRevoked = true } }

  private func tactic(_ id: String, _ shortname: String, _ name: String? = nil) -> StixObject {
    .make(id) {
      $0.shortname = shortname
      $0.name = name ?? shortname
    }
  }

  private func technique(_ id: String, _ tactics: String...) -> StixObject {
    .make(id) {
      $0.name = "N\(id.dropFirst())"
      $0.phases = tactics.map { StixObject.KillChainPhase(chain: "mitre-attack", name: $0) }
    }
  }

  private func lists(_ before: [StixObject], _ now: [StixObject]) -> ChangeLists {
    let (before, now) = (Knowledge.make(before), Knowledge.make(now))
    return ChangeLists(KnowledgeChange(from: before, to: now), from: before, to: now)
  }

  private func words(_ lists: [ChangeList]) -> [String] {
    lists.map { list in ([list.title] + list.lines.map(\.text)).joined(separator: "|") }
  }

  @Test func `what became of techniques, in words`() {
    let before = (1...6).map { technique("T100\($0)", "a") } + [technique("T1007", "a", "b")]
    let now: [StixObject] = [
      technique("T1001", "b"), revoked("T1002"), revoked("T1003"), revoked("T1004"),
      revoked("T1005"), technique("T1007", "a", "b"), technique("T1008", "a"),
      technique("T1009", "a"), technique("T1010", "a"), technique("T1011", "a"),
      .make("T1002", "revoked-by", "T1008"), .make("T1003", "revoked-by", "T1008"),
      .make("T1004", "revoked-by", "T1007"), .make("T1005", "revoked-by", "T1009"),
      .make("T1005", "revoked-by", "T1010"),
    ]
    #expect(
      words(lists(before, now).techniques) == [
        "4 new techniques|T1008 N1008 (in place of T1002 and T1003)"
          + "|T1009 N1009 (in place of T1005)|T1010 N1010 (in place of T1005)|T1011 N1011",
        "2 mergers of techniques|T1002 N1002 and T1003 N1003, now T1008 N1008"
          + "|T1004 N1004, now part of T1007 N1007",
        "1 split technique|T1005 N1005, now T1009 N1009 and T1010 N1010",
        "1 technique moved between tactics|T1001 N1001: joined B, left A",
        "1 retired technique|T1006 N1006 (no longer in the bundle at all)",
      ])
  }

  @Test func `what became of tactics, in words`() {
    let matrix = { (ids: [String]) in
      StixObject.make("enterprise-attack", "x-mitre-matrix") {
        $0.tacticRefs = ids.map { StixObject.stixID($0) }
      }
    }
    let before = [
      tactic("TA0001", "a"), tactic("TA0002", "b"), tactic("TA0003", "c"), tactic("TA0004", "d"),
      technique("T1001", "b"), matrix(["TA0001", "TA0002", "TA0003", "TA0004"]),
    ]
    let now = [
      tactic("TA0001", "a"), tactic("TA0002", "x", "Stealth"), tactic("TA0003", "c"),
      tactic("TA0005", "e"), technique("T1001", "x"),
      matrix(["TA0005", "TA0002", "TA0003", "TA0001"]),
    ]
    let all = lists(before, now)
    #expect(
      words(all.tactics) == [
        "1 new tactic|TA0005 e", "1 removed tactic|TA0004 d",
        "1 renamed tactic|TA0002 Stealth, before: b",
        "1 tactic moved in the matrix|TA0001 a: from place 1 to place 3 of the 3 that both have",
      ])
    #expect(all.techniques.isEmpty)
  }

  @Test func `actors are told by kinds, and Markdown escapes their names`() {
    let before: [StixObject] = [.make("G0001"), .make("S0001")]
    let now: [StixObject] = [
      .make("G0001") { $0.name = "A*B" }, .make("S0001") { $0.isDeprecated = true },
      .make("C0001"),
    ]
    let actors = lists(before, now).actors
    #expect(
      words(actors) == [
        "1 renamed group|G0001 A*B, before: Name of G0001",
        "1 retired piece of software|S0001 Name of S0001", "1 new campaign|C0001 Name of C0001",
      ])
    #expect(actors[0].lines[0].markdown == #"G0001 A\*B, before: Name of G0001"#)
  }
}
