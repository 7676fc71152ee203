import Attack
import TestSupport
import Testing

struct DetectionReaderTests {
  private func traces(_ objects: StixObject...) -> [String] {
    Knowledge.make([.make("T1001")] + objects).tracesInWords
  }

  private func notices(_ objects: StixObject...) -> [String] {
    Knowledge.make([.make("T1001")] + objects).noticesInWords
  }

  private let detects = StixObject.make("DET1".strategy, "detects", "T1001")
  private let strategy = StixObject.make("DET1", "x-mitre-detection-strategy") {
    $0.analyticRefs = ["AN1".analytic]
  }
  private let creation = StixObject.make("DC1", "x-mitre-data-component") {
    $0.name = "Process Creation"
  }

  private func analytic(_ change: (inout StixObject) -> Void = { _ in }) -> StixObject {
    .make("AN1", "x-mitre-analytic") {
      $0.platforms = ["Windows"]
      $0.logSources = [
        LogSourceReference(component: "DC1".component, name: "Sysmon", channel: "EventCode=1")
      ]
      change(&$0)
    }
  }

  @Test func `a strategy leads by its analytics to platform, component, log source and channel`() {
    #expect(
      traces(strategy, detects, analytic(), creation)
        == ["T1001 Windows|Process Creation|Sysmon|EventCode=1"])
  }

  @Test func `a strategy is named with its live analytics and their platforms`() {
    let knowledge = Knowledge.make([
      .make("T1001"),
      .make("DET0001", "x-mitre-detection-strategy") {
        $0.analyticRefs = ["AN0002".analytic, "AN0001".analytic, "AN0003".analytic]
      }, .make("DET0001".strategy, "detects", "T1001"),
      .make("AN0001", "x-mitre-analytic") { $0.platforms = ["Windows", "Linux"] },
      .make("AN0002", "x-mitre-analytic"),
      .make("AN0003", "x-mitre-analytic") { $0.isDeprecated = true },
    ])
    let strategies = knowledge.strategies[0]
    #expect(strategies.map { "\($0.id) \($0.name)" } == ["DET0001 Name of DET0001"])
    #expect(
      strategies[0].analytics.map { "\($0.id) \($0.platforms)" }
        == [#"AN0001 ["Linux", "Windows"]"#, "AN0002 []"])
  }

  @Test func `a strategy without an id of ATT&CK's is not named, but still shows`() {
    let knowledge = Knowledge.make([.make("T1001"), strategy, detects, analytic(), creation])
    #expect(knowledge.strategies == [[]] && knowledge.traces[0].count == 1)
  }

  @Test func `an analytic counts on each of its platforms, the same trace once`() {
    let twice = analytic {
      $0.platforms = ["macOS", "Linux"]
      $0.logSources += $0.logSources
    }
    #expect(
      traces(strategy, detects, twice, creation) == [
        "T1001 Linux|Process Creation|Sysmon|EventCode=1",
        "T1001 macOS|Process Creation|Sysmon|EventCode=1",
      ])
  }

  @Test func `what ATT&CK does not say stays empty, blanks at the ends go`() {
    let bare = analytic {
      $0.platforms = []
      $0.logSources = [LogSourceReference(component: "DC1".component, name: " Sys mon\n")]
    }
    #expect(traces(strategy, detects, bare, creation) == ["T1001 |Process Creation|Sys mon|"])
    let ics = analytic {
      $0.platforms = ["None"]
      $0.logSources = [
        LogSourceReference(component: "DC1".component, name: "Process", channel: "None")
      ]
    }
    #expect(traces(strategy, detects, ics, creation) == ["T1001 |Process Creation|Process|"])
  }

  @Test(arguments: ["strategy", "relationship", "analytic", "component"], [true, false])
  func `what is dead shows nothing, and is no fault`(part: String, isRevoked: Bool) {
    func end(_ object: StixObject, _ name: String) -> StixObject {
      guard name == part else { return object }
      var object = object
      object.isRevoked = isRevoked
      object.isDeprecated = !isRevoked
      return object
    }
    let knowledge = Knowledge.make([
      .make("T1001"), end(strategy, "strategy"), end(detects, "relationship"),
      end(analytic(), "analytic"), end(creation, "component"),
    ])
    #expect(knowledge.tracesInWords.isEmpty && knowledge.notices.isEmpty)
  }

  @Test func `what no bundle holds is a notice, once a place`() {
    #expect(
      notices(strategy, creation, .make("DET1".strategy, "detects", "T1009", id: "r"))
        == ["danglingReference `relationship--r`: `attack-pattern--T1009`"])
    #expect(
      notices(strategy, detects, .make("DET1".strategy, "detects", "T1001", id: "again"))
        == ["danglingReference `\("DET1".strategy)`: `\("AN1".analytic)`"])
    let absent = analytic { $0.logSources += $0.logSources }
    #expect(
      notices(strategy, detects, absent)
        == ["danglingReference `\("AN1".analytic)`: `\("DC1".component)`"])
  }

  @Test func `a technique that was revoked hands its traces on`() {
    #expect(
      traces(
        .make("T1003") { $0.isRevoked = true }, .make("T1003", "revoked-by", "T1001"), strategy,
        .make("DET1".strategy, "detects", "T1003"), analytic(), creation)
        == ["T1001 Windows|Process Creation|Sysmon|EventCode=1"])
  }

  @Test func `before v18 a component detects by itself, with the name of its data source`() {
    let process = StixObject.make("DS1", "x-mitre-data-source") { $0.name = "Process" }
    var owned = creation
    owned.dataSourceRef = process.id
    let detects = StixObject.make("DC1".component, "detects", "T1001")
    #expect(traces(detects, owned, process) == ["T1001 |Process Creation|Process|"])
    #expect(traces(detects, creation) == ["T1001 |Process Creation||"])
    var dead = process
    dead.isDeprecated = true
    #expect(traces(detects, owned, dead) == ["T1001 |Process Creation||"])
    #expect(
      notices(detects, owned) == ["danglingReference `\("DC1".component)`: `\(process.id)`"])
  }

  @Test func `the newest generation that a technique has is used alone`() {
    let old = StixObject.make("T1002") {
      $0.dataSources = ["File monitoring", "File: File Access "]
    }
    let both = StixObject.make("T1003") { $0.dataSources = ["File monitoring"] }
    #expect(
      traces(
        old, both, strategy, detects, analytic(), creation,
        .make("DC1".component, "detects", "T1001"), .make("DC1".component, "detects", "T1003")) == [
          "T1001 Windows|Process Creation|Sysmon|EventCode=1", "T1002 |File Access|File|",
          "T1002 |File monitoring||", "T1003 |Process Creation||",
        ])
  }

  @Test func `a strategy without analytics shows nothing, whatever else is said`() {
    let empty = StixObject.make("DET1", "x-mitre-detection-strategy")
    #expect(
      traces(empty, detects, creation, .make("DC1".component, "detects", "T1001")).isEmpty)
  }

  @Test func `the newest of several bundles' analytics is read`() {
    let old = analytic { $0.modified = Timestamp("2020-01-01T00:00:00.000Z") }
    let new = analytic { $0.platforms = ["ESXi"] }
    let rest = [StixObject.make("T1001"), strategy, detects, creation]
    let knowledge = Knowledge(
      [
        StixBundle(source: "a.json", objects: rest + [new]),
        StixBundle(source: "b.json", objects: [old]),
      ], version: "18.1")
    #expect(knowledge.tracesInWords == ["T1001 ESXi|Process Creation|Sysmon|EventCode=1"])
  }
}

@Suite(.enabled(if: RealReleases.areHere))
struct RealTraceTests {
  private func ranked(_ names: [Set<String>]) -> [(name: String, techniques: Int)] {
    names.reduce(into: [String: Int]()) { counts, names in
      for name in names { counts[name, default: 0] += 1 }
    }.map { ($0.key, $0.value) }.sorted { (-$0.1, $0.0) < (-$1.1, $1.0) }
  }

  /// The bundle has 263 ways to write them: two differ by a blank at the end, six are slips.
  @Test func `Enterprise 18.1 has 4,126 traces of 97 components in 256 log sources`() throws {
    let traces = try RealReleases.knowledge("enterprise-attack-18.1").traces
    #expect(traces.count { !$0.isEmpty } == 650)
    #expect(traces.reduce(0) { $0 + $1.count } == 4126)
    let withoutPlatform = traces.map { traces in
      Set(traces.map { [$0.component, $0.spelling, $0.channel] }).count
    }
    #expect(withoutPlatform.reduce(0, +) == 4107)
    let components = ranked(traces.map { Set($0.map(\.component)) })
    let sources = ranked(traces.map { Set($0.map(\.source)) })
    #expect(components.count == 97 && sources.count == 256)
    #expect(components[0] == ("Process Creation", 452))
    #expect(sources[0] == ("WinEventLog:Sysmon", 420))
  }

  @Test(arguments: [
    ("enterprise-attack-17.1", 639, 2116, 106, 37), ("enterprise-attack-2.0", 209, 677, 50, 1),
    ("ics-attack-18.1", 70, 236, 34, 17), ("mobile-attack-17.1", 101, 168, 17, 6),
  ])
  func `other releases tell it in their own words`(
    name: String, techniques: Int, rows: Int, components: Int, sources: Int
  ) throws {
    let knowledge = try RealReleases.knowledge(name)
    let traces = knowledge.traces.flatMap(\.self)
    #expect(knowledge.traces.count { !$0.isEmpty } == techniques)
    #expect(traces.count == rows)
    #expect(Set(traces.map(\.component)).count == components)
    #expect(Set(traces.map(\.source)).count == sources)
    #expect(!knowledge.notices.contains { $0.kind == .danglingReference })
  }
}

extension String {
  fileprivate var strategy: String { "x-mitre-detection-strategy--" + self }
  fileprivate var analytic: String { "x-mitre-analytic--" + self }
  fileprivate var component: String { "x-mitre-data-component--" + self }
}
