import Attack
import TestSupport
import Testing

struct ReleaseReaderTests {
  private func collection(_ version: String) -> StixObject {
    .make("x-mitre-collection--1", "x-mitre-collection") {
      $0.name = "Enterprise ATT&CK"
      $0.version = version
      $0.modified = Timestamp("2024-10-31T00:00:00Z")
    }
  }

  private func bundle(_ source: String, _ objects: StixObject...) -> StixBundle {
    StixBundle(source: source, objects: objects)
  }

  @Test func `the collection says the release and its date`() {
    let knowledge = Knowledge([bundle("a", .make("T1001"), collection("16.0"))])
    #expect(
      knowledge.releases == [Release(domain: .enterprise, version: "16.0", date: "2024-10-31")])
    #expect(knowledge.notices.isEmpty)
  }

  @Test func `without one the command line may say it`() {
    let knowledge = Knowledge([bundle("a", .make("T1001"))], version: "2.0")
    #expect(knowledge.releases.map(\.title) == ["Enterprise v2.0"])
    #expect(
      Knowledge([bundle("a", .make("T1001"), collection("16.0"))], version: "2.0")
        .releases.map(\.version) == ["16.0"])
  }

  @Test func `else it is unknown, with the date of the newest object, and noted`() {
    let knowledge = Knowledge([bundle("a.json", .make("T1001"))])
    #expect(
      knowledge.releases.map(\.title) == [
        "Enterprise, release unknown, newest object of 2025-01-01"
      ])
    #expect(knowledge.noticesInWords == ["unknownRelease `a.json`"])
  }

  @Test func `a release without a date says so, and the date of its newest object`() {
    let undated = StixObject.make("T1001") { $0.modified = .unknown }
    let nameless = StixObject.make("x-mitre-collection--1", "x-mitre-collection") {
      $0.name = nil
      $0.version = "9.0"
      $0.modified = .unknown
    }
    #expect(
      Knowledge([bundle("a", undated)]).releases.map(\.title) == [
        "Enterprise, release unknown, newest object of an unknown date"
      ])
    let both = Knowledge([bundle("a", undated, nameless), bundle("b", undated, collection("16.0"))])
    #expect(both.releases.map(\.title) == ["Enterprise v16.0"])
    let dated = Knowledge([bundle("a", .make("T1001"), nameless)])
    #expect(dated.releases.map(\.date) == ["2025-01-01"])
  }

  @Test(arguments: [
    ("mitre-ics-attack", Domain.ics), ("mitre-mobile-attack", .mobile),
    ("mitre-attack-mobile", .mobile), ("mitre-attack", .enterprise),
  ])
  func `the domain is that of most techniques, by their kill chain where they do not say it`(
    catalogue: String, domain: Domain
  ) {
    let knowledge = Knowledge([bundle("a", .make("T1001", catalogue: catalogue))], version: "1")
    #expect(knowledge.releases.map(\.domain) == [domain])
    #expect(knowledge.techniques.map(\.domain) == [domain] && knowledge.domains == [domain])
  }

  @Test func `what x_mitre_domains says comes first`() {
    let technique = StixObject.make("T1001") { $0.domains = ["ics-attack"] }
    #expect(Knowledge.make([technique]).techniques.map(\.domain) == [.ics])
  }

  @Test func `of two releases of one domain the older one is left out, and noted`() {
    let older = bundle("a", .make("T1001"), .make("T1002"), collection("16.0"))
    let newer = bundle("b", .make("T1001"), collection("17.0"))
    for both in [[older, newer], [newer, older]] {
      let knowledge = Knowledge(both)
      #expect(
        knowledge.noticesInWords == [
          "mixedReleases `a`, Enterprise v16.0, for Enterprise v17.0"
        ])
      #expect(knowledge.techniques.map(\.id.description) == ["T1001"])
      #expect(knowledge.releases.map(\.title) == ["Enterprise v17.0"])
    }
  }

  @Test func `a bundle that names no release adds to the others`() {
    let knowledge = Knowledge([
      bundle("a", .make("T1001"), collection("17.0")), bundle("b", .make("T1002")),
    ])
    #expect(knowledge.techniques.count == 2)
    #expect(knowledge.notices.map(\.kind) == [.unknownRelease])
  }

  private func team(_ version: String, id: String = "9", _ name: String = "Our extensions")
    -> StixObject
  {
    .make("x-mitre-collection--\(id)", "x-mitre-collection") {
      $0.name = name
      $0.version = version
      $0.modified = Timestamp("2026-01-01T00:00:00Z")
    }
  }

  private let mitre = StixObject.make(
    "x-mitre-collection--1f5f1533-f617-4ca8-9ab4-6a02367fa019", "x-mitre-collection"
  ) {
    $0.name = "Enterprise ATT&CK"
    $0.version = "18.1"
  }

  @Test
  func `a team's collection stands beside ATT&CK's, whatever its date, and marks its objects`() {
    let attack = bundle("a", .make("T1001"), .make("G0001"), mitre)
    let own = bundle(
      "b", .make("T1001"), .make("T9001"), .make("G9001"),
      .make("G0001", "uses", "T1001", citing: ["x"]), team("0.3"))
    for both in [[attack, own], [own, attack]] {
      let knowledge = Knowledge(both)
      #expect(knowledge.releases.map(\.title) == ["Enterprise v18.1 with Our extensions 0.3"])
      #expect(knowledge.releases.map(\.major) == ["18"] && knowledge.notices.isEmpty)
      #expect(knowledge.techniques.map(\.collection?.name) == [nil, "Our extensions"])
      #expect(knowledge.actors.map(\.collection?.name) == [nil, "Our extensions"])
      #expect(knowledge.uses.map(\.collection?.title) == ["Our extensions 0.3"])
    }
  }

  @Test
  func `of collections in one file that of MITRE names the release, and lists tell whose is what`()
  {
    var own = team("0.3")
    own.contents = ["attack-pattern--T9001"]
    let knowledge = Knowledge([bundle("a", own, mitre, .make("T1001"), .make("T9001"))])
    #expect(knowledge.releases.map(\.title) == ["Enterprise v18.1 with Our extensions 0.3"])
    #expect(knowledge.techniques.map(\.collection?.name) == [nil, "Our extensions"])
  }

  @Test
  func `of releases of one collection in one file the newest is named, and of two domains both`() {
    let ics = StixObject.make(
      "x-mitre-collection--90c00720-636b-4485-b342-8751d232bf09", "x-mitre-collection"
    ) { $0.version = "17.0" }
    let objects: [StixObject] = [
      mitre, ics, team("0.4"), team("0.3"), .make("T1001"), .make("T1002"),
    ]
    let knowledge = Knowledge([StixBundle(source: "a", objects: objects)])
    #expect(
      knowledge.releases.map(\.title) == [
        "Enterprise v18.1 with Our extensions 0.4", "ICS v17.0",
      ])
  }

  @Test func `what MITRE made is nobody else's`() {
    let made = { (id: String, creator: StixObject.Creator) in
      StixObject.make(id) { $0.creator = creator }
    }
    let own = bundle("b", made("T1002", .mitre), made("T9001", .other), team("0.3"))
    let knowledge = Knowledge([bundle("a", .make("T1001"), mitre), own])
    #expect(knowledge.techniques.map(\.collection?.name) == [nil, nil, "Our extensions"])
  }

  @Test func `a team's collection alone names itself, and nothing needs to be marked`() {
    let knowledge = Knowledge([bundle("a", .make("T1001"), team("0.3"))])
    #expect(knowledge.releases.map(\.title) == ["Our extensions 0.3"])
    #expect(knowledge.releases.map(\.version) == [nil] && knowledge.notices.isEmpty)
    #expect(knowledge.techniques.map(\.collection) == [nil])
  }

  @Test func `only the same collection has an older release`() {
    let old = bundle("a", .make("T1001"), .make("T9001"), team("0.9"))
    let new = bundle("b", .make("T1001"), .make("T9002"), team("0.10"))
    let other = bundle("c", .make("T9003"), team("0.1", id: "8", "Another"))
    let knowledge = Knowledge([old, new, other, bundle("d", .make("T1001"), mitre)])
    #expect(
      knowledge.releases.map(\.title) == ["Enterprise v18.1 with Another 0.1, Our extensions 0.10"])
    #expect(
      knowledge.noticesInWords == ["mixedReleases `a`, Our extensions 0.9, for Our extensions 0.10"]
    )
    #expect(knowledge.techniques.map(\.id.description) == ["T1001", "T9002", "T9003"])
  }

  @Test(arguments: [
    ["11.0-beta", "11.0", "11.1"], ["9.0", "10.0"], ["11.0-alpha", "11.0-beta", "11"],
    ["11.0-beta.2", "11.0-beta.10"],
    ["18.1", "18.1.1"],
  ])
  func `release numbers are ordered as they are meant`(versions: [String]) {
    for (older, newer) in zip(versions, versions.dropFirst()) {
      let both = [
        bundle("a", .make("T1001"), collection(older)),
        bundle("b", .make("T1001"), collection(newer)),
      ]
      for given in [both, both.reversed()] {
        let knowledge = Knowledge(given)
        #expect(knowledge.releases.map(\.version) == [newer])
        #expect(knowledge.notices.map(\.kind) == [.mixedReleases])
      }
    }
  }

  @Test(
    .enabled(if: RealReleases.areHere),
    arguments: [
      ("enterprise-attack-18.1", "Enterprise v18.1", "2025-11-13"),
      (
        "enterprise-attack-2.0", "Enterprise, release unknown, newest object of 2018-04-18",
        "2018-04-18"
      ),
      ("ics-attack-18.1", "ICS v18.1", "2025-11-13"),
      ("mobile-attack-17.1", "Mobile v17.1", "2025-05-06"),
    ])
  func `real releases say what they are`(name: String, title: String, date: String) throws {
    let knowledge = try RealReleases.knowledge(name)
    #expect(knowledge.releases.map(\.title) == [title])
    #expect(knowledge.releases.map(\.date) == [date])
    #expect(!knowledge.copyright.isEmpty)
  }
}
