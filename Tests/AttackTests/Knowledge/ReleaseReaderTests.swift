import Attack
import TestSupport
import Testing

struct ReleaseReaderTests {
  private func collection(_ version: String) -> StixObject {
    .make("x-mitre-collection--1", "x-mitre-collection") {
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
    #expect(knowledge.noticesInWords == ["unknownRelease a.json"])
  }

  @Test func `a release without a date is the oldest of its domain, and says so`() {
    let undated = StixObject.make("T1001") { $0.modified = .unknown }
    let nameless = StixObject.make("x-mitre-collection--2", "x-mitre-collection") {
      $0.version = "99.0"
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
      #expect(knowledge.noticesInWords == ["mixedReleases Enterprise v16.0, for Enterprise v17.0"])
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
