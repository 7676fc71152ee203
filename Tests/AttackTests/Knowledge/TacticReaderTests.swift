import Attack
import TestSupport
import Testing

struct TacticReaderTests {
  private func tactic(_ id: String, _ shortname: String) -> StixObject {
    .make(id) { $0.shortname = shortname }
  }

  private func matrix(_ tactics: [String], isDeprecated: Bool = false) -> StixObject {
    var matrix = StixObject(type: "x-mitre-matrix", id: "x-mitre-matrix--\(isDeprecated)")
    matrix.tacticRefs = tactics.map { "x-mitre-tactic--\($0)" }
    matrix.isDeprecated = isDeprecated
    return matrix
  }

  private func technique(_ id: String, in phases: String..., chain: String = "mitre-attack")
    -> StixObject
  {
    .make(id) {
      $0.phases = phases.map { StixObject.KillChainPhase(chain: chain, name: $0) }
    }
  }

  @Test func `the matrix says the order of the tactics`() {
    let knowledge = Knowledge.make([
      tactic("TA0001", "first"), tactic("TA0112", "new"), tactic("TA0005", "stealth"),
      matrix(["TA0005", "TA0001", "TA0112"]), technique("T1001", in: "new", "stealth"),
    ])
    #expect(knowledge.tactics.map(\.slug) == ["TA0005", "TA0001", "TA0112"])
    #expect(knowledge.techniques.map(\.tactics) == [[0, 2]])
  }

  @Test func `a dead matrix says nothing, and a dead tactic is none`() {
    let knowledge = Knowledge.make([
      matrix(["TA0002"], isDeprecated: true),
      .make("TA0002") {
        $0.shortname = "network-effects"
        $0.isDeprecated = true
      },
      tactic("TA0001", "impact"), matrix(["TA0001", "TA9999"]), technique("T1001", in: "impact"),
    ])
    #expect(knowledge.tactics.map(\.slug) == ["TA0001"])
  }

  @Test func `a live tactic that stands in no matrix comes last`() {
    let knowledge = Knowledge.make([
      tactic("TA0001", "a"), tactic("TA0002", "b"), matrix(["TA0002"]), technique("T1001", in: "a"),
    ])
    #expect(knowledge.tactics.map(\.slug) == ["TA0002", "TA0001"])
  }

  @Test func `without tactics the phases are tactics, as first seen, and have readable names`() {
    let knowledge = Knowledge.make([
      technique("T1002", in: "command-and-control", "defense-evasion"),
      technique("T1001", in: "defense-evasion", "impact"),
    ])
    #expect(knowledge.tactics.map(\.id) == [nil, nil, nil])
    #expect(
      knowledge.tactics.map(\.slug) == ["command-and-control", "defense-evasion", "impact"])
    #expect(
      knowledge.tactics.map(\.name) == ["Command and Control", "Defense Evasion", "Impact"])
    #expect(knowledge.techniques.map(\.tactics) == [[1, 2], [0, 1]])
  }

  @Test func `each domain has tactics of its own, domain by domain`() {
    let knowledge = Knowledge.make([
      technique("T0800", in: "impact", chain: "mitre-ics-attack"),
      technique("T1001", in: "impact"),
    ])
    #expect(knowledge.tactics.map(\.domain) == [.enterprise, .ics])
    #expect(knowledge.techniques.map(\.tactics) == [[1], [0]])
  }

  @Test func `no two have one page: ids that are shared give way to names, names to domains`() {
    let knowledge = Knowledge.make([
      tactic("TA0001", "a"),
      .make("x-mitre-tactic--twin", "x-mitre-tactic") {
        $0.shortname = "b"
        $0.references = [ExternalReference(sourceName: "mitre-attack", externalID: "TA0001")]
      },
      technique("T1001", in: "a", "b", "impact"),
      technique("T0800", in: "impact", chain: "mitre-ics-attack"),
    ])
    #expect(knowledge.tactics.map(\.slug) == ["TA0001", "b", "impact", "ics-attack-impact"])
    #expect(knowledge.techniques.map(\.tactics) == [[3], [0, 1, 2]])
    #expect(
      knowledge.noticesInWords == [
        "sharedID TA0001: `x-mitre-tactic--twin`",
        "unknownPhase `impact` of enterprise-attack: 1 technique",
      ])
  }

  @Test func `a phase is a tactic whatever its signs, under a name that files may have`() {
    let knowledge = Knowledge.make([
      technique("T1002", in: "../../etc/passwd", "a b", "..", "", "index"),
      technique("T1003", in: String(repeating: "y", count: 112)),
    ])
    #expect(
      knowledge.tactics.map(\.slug) == [
        "enterprise-attack-etc-passwd", "a-b", "enterprise-attack-", "enterprise-attack-index",
        String(repeating: "y", count: 60),
      ])
    #expect(knowledge.techniques.map(\.tactics) == [[0, 1, 2, 3], [4]])
  }

  @Test func `a phase of another chain is none where there is a chain of ATT&CK's`() {
    let knowledge = Knowledge.make([
      technique("T1001", in: "execution"),
      .make("T1002") {
        $0.phases = [
          .init(chain: "mitre-attack", name: "execution"), .init(chain: "acme", name: "delivery"),
        ]
      },
    ])
    #expect(knowledge.tactics.map(\.slug) == ["execution"])
    #expect(knowledge.techniques.map(\.tactics) == [[0], [0]])
    #expect(
      knowledge.noticesInWords == ["unknownPhase `delivery` of enterprise-attack: 1 technique"])
  }

  @Test func `ATT&CK's matrix orders the tactics, whoever is read first`() {
    let matrix = { (id: String, tactics: [String]) in
      StixObject.make(id, "x-mitre-matrix") {
        $0.tacticRefs = tactics.map { "x-mitre-tactic--\($0)" }
      }
    }
    let collection = { (id: String, name: String) in
      StixObject.make("x-mitre-collection--\(id)", "x-mitre-collection") {
        $0.name = name
        $0.version = "1.0"
      }
    }
    let attack = StixBundle(
      source: "a",
      objects: [
        collection("1f5f1533-f617-4ca8-9ab4-6a02367fa019", "Enterprise ATT&CK"),
        matrix("x-mitre-matrix--1", ["TA0001", "TA0002"]), tactic("TA0001", "a"),
        tactic("TA0002", "b"), technique("T1001", in: "a", "b"),
      ])
    let own = StixBundle(
      source: "b",
      objects: [
        collection("9", "Ours"), matrix("x-mitre-matrix--2", ["TA0002", "TA0001"]),
        technique("T1002", in: "b"),
      ])
    for both in [[attack, own], [own, attack]] {
      #expect(Knowledge(both).tactics.map(\.slug) == ["TA0001", "TA0002"])
    }
  }

  @Test func `phases join the tactics of the technique's own domain, whatever the chain`() {
    let own = StixObject.make("T1001") {
      $0.domains = ["acme-attack"]
      $0.phases = [.init(chain: "acme", name: "Prepare & wait")]
    }
    let tactic = StixObject.make("TA9001") {
      $0.domains = ["acme-attack"]
      $0.shortname = "prepare-and-wait"
    }
    let knowledge = Knowledge.make([own, tactic])
    #expect(knowledge.tactics.map(\.slug) == ["TA9001"])
    #expect(knowledge.techniques.map(\.tactics) == [[0]] && knowledge.notices.isEmpty)
  }

  @Test func `a tactic of no domain has that of its matrix, else that of its techniques`() {
    for isListed in [true, false] {
      let matrix = StixObject.make("x-mitre-matrix--1", "x-mitre-matrix") {
        $0.references = [ExternalReference(sourceName: "mitre-attack", externalID: "pre-attack")]
        $0.tacticRefs = isListed ? ["x-mitre-tactic--TA0014"] : []
      }
      let knowledge = Knowledge.make([
        matrix, tactic("TA0014", "target-selection"),
        technique("T1300", in: "target-selection", chain: "mitre-pre-attack"),
      ])
      #expect(knowledge.tactics.map(\.domain.name) == ["pre-attack"])
      #expect(knowledge.techniques.map(\.tactics) == [[0]] && knowledge.notices.isEmpty)
    }
  }

  @Test func `of a technique in two domains the first says the domain of its tactic`() {
    for domains in [["acme-attack", "bank-attack"], ["bank-attack", "acme-attack"]] {
      let technique = StixObject.make("T1300") {
        $0.domains = domains
        $0.phases = [.init(chain: "acme", name: "prepare")]
      }
      let knowledge = Knowledge.make([technique, tactic("TA0014", "prepare")])
      #expect(knowledge.tactics.map(\.domain.name) == [domains[0]])
    }
  }

  @Test(.enabled(if: RealReleases.areHere)) func `the matrix of Enterprise 18.1`() throws {
    let knowledge = try RealReleases.knowledge("enterprise-attack-18.1")
    #expect(
      knowledge.tactics.map(\.shortname) == [
        "reconnaissance", "resource-development", "initial-access", "execution", "persistence",
        "privilege-escalation", "defense-evasion", "credential-access", "discovery",
        "lateral-movement", "collection", "command-and-control", "exfiltration", "impact",
      ])
    let counts = (1...4).map { count in knowledge.techniques.count { $0.tactics.count == count } }
    #expect(counts == [537, 117, 32, 5])
    #expect(knowledge.techniques.count { $0.parent != nil } == 475)
  }

  @Test(.enabled(if: RealReleases.areHere)) func `Mobile has a second, dead matrix`() throws {
    let knowledge = try RealReleases.knowledge("mobile-attack-17.1")
    #expect(knowledge.tactics.count == 12)
    #expect(!knowledge.tactics.contains { $0.shortname == "network-effects" })
  }

  @Test(.enabled(if: RealReleases.areHere)) func `v2.0 has neither matrix nor tactics`() throws {
    let knowledge = try RealReleases.knowledge("enterprise-attack-2.0")
    #expect(
      knowledge.tactics.map(\.slug) == [
        "defense-evasion", "execution", "persistence", "collection", "lateral-movement",
        "discovery", "privilege-escalation", "credential-access", "command-and-control",
        "initial-access", "exfiltration",
      ])
    #expect(knowledge.techniques.allSatisfy { !$0.tactics.isEmpty })
  }
}
