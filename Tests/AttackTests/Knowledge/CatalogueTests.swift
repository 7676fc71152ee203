import Attack
import TestSupport
import Testing

struct CatalogueTests {
  @Test(arguments: [
    "mitre-attack", "mitre-mobile-attack", "mitre-ics-attack", "mitre-pre-attack",
    "mitre-attack-mobile",
  ])
  func `the ATT&CK id is that of ATT&CK's own entry, wherever it stands`(catalogue: String) {
    let technique = StixObject.make("T1001", catalogue: catalogue) {
      $0.references.insert(ExternalReference(sourceName: "capec", externalID: "CAPEC-1"), at: 0)
      $0.references.insert(
        ExternalReference(sourceName: "NIST Mobile Threat Catalogue", externalID: "T9999"), at: 0)
    }
    #expect(Knowledge.make([technique]).techniques.map(\.id.description) == ["T1001"])
  }

  @Test(arguments: [
    "T1001.1", "T01001", "MOB-T1001", "t1001", "TA0001", "", "T1001\n", "T1001/001", "../T1001",
  ])
  func `an id of another form is none, and the object is left out with a notice`(id: String) {
    let knowledge = Knowledge.make([.make("T1002"), .make(id, "attack-pattern")])
    #expect(knowledge.techniques.map(\.id.description) == ["T1002"])
    #expect(knowledge.notices.map(\.kind) == [.missingID])
  }

  @Test func `what has no name is left out with a notice`() {
    let knowledge = Knowledge.make([
      .make("T1002"), .make("T1001") { $0.name = nil }, .make("G0001") { $0.name = "" },
    ])
    #expect(knowledge.techniques.count == 1 && knowledge.actors.isEmpty)
    #expect(
      knowledge.noticesInWords == [
        "missingID `attack-pattern--T1001`: no name",
        "missingID `intrusion-set--G0001`: no name",
      ])
  }

  @Test func `of two live objects with one ATT&CK id the newest is used, for both STIX ids`() {
    let newer = StixObject.make("T1001") { $0.modified = Timestamp("2025-02-01T00:00:00Z") }
    let knowledge = Knowledge.make([
      StixObject.make("T1001") { $0.name = "older" }.renamed("attack-pattern--older"), newer,
      .make("G0001"), .make("G0001", "uses", "attack-pattern--older", citing: ["a"]),
    ])
    #expect(knowledge.techniques.map(\.name) == ["Name of T1001"])
    #expect(knowledge.usesInWords == ["G0001 T1001 a"])
    #expect(knowledge.noticesInWords == ["sharedID T1001: `attack-pattern--older`"])
  }

  @Test func `a campaign's months are told as far as they are known`() {
    let dated = StixObject.make("C0001") {
      $0.firstSeen = Timestamp("2019-08-01T05:00:00.000Z")
      $0.lastSeen = Timestamp("soon")
    }
    let actors = Knowledge.make([.make("T1001"), dated, .make("C0002")]).actors
    #expect(actors.map(\.firstSeen) == ["2019-08", nil])
    #expect(actors.map(\.lastSeen) == [nil, nil])
  }

  @Test(
    arguments: [
      (
        "2021-05-01", "2002-09-01", "2021-05", nil,
        "last_seen 2002-09-01 before first_seen 2021-05-01"
      ),
      ("2021-05-01", "5138-11-16", "2021-05", nil, "last_seen 5138-11-16"),
      ("2099-05-01", "2024-11-16", nil, "2024-11", "first_seen 2099-05-01"),
      ("0999-05-01", "2024-11-16", nil, "2024-11", "first_seen 0999-05-01"),
    ] as [(String, String, String?, String?, String)])
  func `a span that cannot be is told as far as it can`(
    first: String, last: String, shownFirst: String?, shownLast: String?, fault: String
  ) {
    let campaign = StixObject.make("C0001") {
      $0.firstSeen = Timestamp(first)
      $0.lastSeen = Timestamp(last)
    }
    let knowledge = Knowledge.make([.make("T1001"), campaign])
    #expect(knowledge.actors.map(\.firstSeen) == [shownFirst])
    #expect(knowledge.actors.map(\.lastSeen) == [shownLast])
    #expect(knowledge.noticesInWords == ["impossibleDate `campaign--C0001`: \(fault)"])
  }

  @Test func `an object's own address is its definition, but for MITRE's`() {
    let addresses = [
      "https://wiki.example/T1001": "https://wiki.example/T1001",
      "https://attack.mitre.org/techniques/T1001": nil, "javascript:alert(1)": nil,
      " HTTPS://wiki.example/T1001 ": "HTTPS://wiki.example/T1001", "https://": nil,
      "https:///x": nil, "https://user:word@wiki.example/": nil, "https:wiki.example": nil,
    ]
    for (address, definition) in addresses {
      let technique = StixObject.make("T1001") {
        $0.references = [
          ExternalReference(sourceName: "mitre-attack", url: address, externalID: "T1001")
        ]
      }
      #expect(Knowledge.make([technique]).techniques.map(\.definition) == [definition])
    }
  }

  @Test func `a team's forms name its groups too, and its sub-techniques by their relation`() throws
  {
    let patterns = try IDPatterns([#"ACME-[TG]\d{4}(-\d{2})?"#])
    let objects: [StixObject] = [
      .make("ACME-G0001", "intrusion-set"), .make("T1001"), .make("ACME-T0001", "attack-pattern"),
      .make("ACME-T0001-02", "attack-pattern"),
      .make(
        "attack-pattern--ACME-T0001-02", "subtechnique-of", "attack-pattern--ACME-T0001"),
      .make("intrusion-set--ACME-G0001", "uses", "T1001", citing: ["x"]),
    ]
    let knowledge = Knowledge(
      [StixBundle(source: "a", objects: objects)], version: "1", patterns: patterns)
    #expect(knowledge.usesInWords == ["ACME-G0001 T1001 x"])
    #expect(knowledge.techniques.map(\.parent) == [nil, nil, 1])
  }

  @Test func `a team's forms of ids come first, and name techniques and their subs`() throws {
    let patterns = try IDPatterns([#"ACME-T\d{4}(\.\d{3})?"#])
    let own = { (id: String) in
      StixObject.make(id, "attack-pattern") {
        $0.references = [
          ExternalReference(sourceName: "mitre-attack", externalID: "T9999"),
          ExternalReference(sourceName: "acme", externalID: id),
        ]
      }
    }
    let bundle = StixBundle(
      source: "a", objects: [own("ACME-T0001.002"), own("ACME-T0001"), .make("T1001")])
    let knowledge = Knowledge([bundle], version: "1", patterns: patterns)
    #expect(
      knowledge.techniques.map(\.id.description) == ["T1001", "ACME-T0001", "ACME-T0001.002"])
    #expect(knowledge.techniques.map(\.parent) == [nil, nil, 1])
  }

  @Test func `techniques and actors stand in the order of their ids`() {
    let ids = ["T1002", "C0001", "S0002", "T1001.001", "G0002", "T1001", "S0001", "G0001"]
    let knowledge = Knowledge.make(ids.map { .make($0) })
    #expect(knowledge.techniques.map(\.id.description) == ["T1001", "T1001.001", "T1002"])
    #expect(
      knowledge.actors.map(\.id.description) == ["G0001", "G0002", "S0001", "S0002", "C0001"])
  }

  @Test func `an actor's own name is none of its other names`() {
    let group = StixObject.make("G0001") { $0.aliases = ["Name of G0001", "Bear"] }
    #expect(Knowledge.make([.make("T1001"), group]).actors.map(\.aliases) == [["Bear"]])
  }

  @Test func `malware and tools are software`() {
    let knowledge = Knowledge.make([
      .make("T1001"), .make("S0001", "malware"), .make("S0002", "tool"),
    ])
    #expect(knowledge.actors.map(\.kind) == [.software, .software])
  }

  @Test func `a text that had to be mended is noted`() {
    let technique = StixObject.make("T1001") { $0.loss = "control characters left out" }
    #expect(
      Knowledge.make([technique]).noticesInWords == [
        "cleanedText `attack-pattern--T1001`: control characters left out"
      ])
  }
}
