import Corpora
import TestSupport
import Testing
import Text

struct AbilityReaderTests {
  private static let old = """
    ---
    - id: one
      name:   Example   remote start
      technique: {attack_id: " T1047 ", name: x}
      platforms:
        linux,darwin:
          sh: {command: "run #{a.b} #{server} #{c.d[filters(max=3,technique=T1005)]} #{ e.f }"}
        windows:
          psh,cmd:
            command: |
              go #{g.h}
            cleanup: undo #{never.read}
            parsers:
              plugins.stockpile.app.parsers.basic:
                - {source: r.host, edge: has_share, target: r.share}
                - {source: r.pid, edge: "", target: ""}
      requirements:
        - plugins.stockpile.app.requirements.basic:
            - {source: u.name, edge: has_password, target: u.password}
        - plugins.stockpile.app.requirements.not_exists:
            - {source: r.host, edge: has_agent}
        - plugins.stockpile.app.requirements.paw_provenance:
            - {source: u.name}
    """

  private static let new = """
    - id: one
      name: Example remote start
      technique_id: T1047
      technique_name: x
      executors:
      - {platform: "linux,darwin", name: sh, command: "run #{a.b} #{paw} #{c.d} #{e.f}", parsers: []}
      - platform: windows
        name: psh
        command: 'go #{g.h}'
        code: "#{never.read}"
        parsers:
        - module: plugins.stockpile.app.parsers.basic
          parserconfigs:
          - {source: r.host, edge: has_share, target: r.share}
          - {source: r.pid}
      requirements:
      - module: plugins.stockpile.app.requirements.basic
        relationship_match: [{source: u.name, edge: has_password, target: u.password}]
      - module: plugins.stockpile.app.requirements.universal
        relationship_match: [{source: r.host, edge: has_agent}]
    """

  @Test func `what YAML's null stands for is no fact, no relation and no id`() throws {
    let texts = ["source: r.host, edge: null, target: null", "source: r.host"].map { parsed in
      """
      - id: one
        ability_id: two
        technique_id: T1047
        executors:
        - {platform: linux, command: x, parsers: [{module: m, parserconfigs: [{\(parsed)}]}]}
      """
    }
    let parsed = try texts.map { try #require(try CapabilityText.abilities($0).first).parsed }
    #expect(parsed[0] == parsed[1] && parsed[0].count == 1)
    #expect(throws: ReportError.self) {
      try CapabilityText.abilities("- {id: null, technique_id: T1047}")
    }
    #expect(throws: ReportError.self) {
      try CapabilityText.abilities("- {id: one, technique_id: ~}")
    }
  }

  @Test(arguments: [old, new])
  func `both shapes say the same`(text: String) throws {
    let ability = try #require(try CapabilityText.abilities(text).first)
    #expect(ability.id == "one" && ability.name == "Example remote start")
    #expect(ability.technique == "T1047" && ability.platforms == ["darwin", "linux", "windows"])
    #expect(ability.consumed.sorted().map(\.name) == ["a.b", "c.d", "e.f", "g.h"])
    #expect(Set(ability.parsed.map(\.source.name)) == ["r.host", "r.pid"])
    #expect(ability.parsed.compactMap(\.relation?.name) == ["r.host:has_share"])
    #expect(ability.parsed.compactMap(\.target?.name) == ["r.share"])
    #expect(ability.required.map(\.relation?.name) == ["u.name:has_password"])
  }

  @Test(arguments: ["basic", "req_like", "reachable", "existential"])
  func `modules that ask for a relation are read`(module: String) throws {
    #expect(try Self.required(module, "has_x") == ["a.b:has_x"])
    #expect(try Self.required(module, "").isEmpty)
  }

  @Test(arguments: [
    "not_exists", "no_backwards_movement", "paw_provenance", "universal", "basically",
  ])
  func `CALDERA’s own books are left out`(module: String) throws {
    #expect(try Self.required(module, "has_x").isEmpty)
  }

  private static func required(_ module: String, _ edge: String) throws -> [String?] {
    let text = """
      {id: a, technique_id: T1001, requirements: [{plugins.x.requirements.\(module): [{source: a.b, edge: "\(edge)"}]}]}
      """
    return try CapabilityText.abilities(text).flatMap { $0.required.map(\.relation?.name) }
  }

  @Test(arguments: [
    ("#{server} #{group} #{paw} #{location} #{payload:a.b}", []),
    ("#{a.b", []), ("#{} #{.} #{a.} #{a..b}", []), ("#{server) -group #{a.b}", []),
    ("#{a.b}#{a.b}#{c.d}", ["a.b", "c.d"]), ("##{a.b}}", ["a.b"]), ("#{a.b[x][y]}", ["a.b"]),
  ])
  func `of what a command is filled with only facts count`(command: String, facts: [String]) throws
  {
    let text = """
      {id: a, technique_id: T1001, executors: [{platform: windows, command: '\(command)'}]}
      """
    let ability = try #require(try CapabilityText.abilities(text).first)
    #expect(ability.consumed.sorted().map(\.name) == facts)
  }

  @Test func `a list, several documents and a single ability are read; a name may be absent`()
    throws
  {
    let text = """
      - {id: a, technique_id: T1001}
      - {id: b, technique_id: T1002, name: B}
      ---
      ability_id: c
      technique_id: T1003
      """
    let all = try CapabilityText.abilities(text)
    #expect(all.map(\.name) == ["a", "B", "c"] && all.map(\.place.line) == [1, 2, 4])
  }

  @Test func `what is no ability is told with its place`() throws {
    let text = """
      - {id: a, technique_id: T1001}
      - {id: b, name: "No technique"}
      - text
      """
    guard case .abilities(let all, let remarks) = try CapabilityFile(Array(text.utf8)) else {
      Issue.record("no abilities")
      return
    }
    #expect(all.count == 1 && remarks.map(\.place?.line) == [2, 3])
    #expect(remarks.map(\.text) == ["“No technique” is no ability", "a part that is no ability"])
  }

  @Test func `no command is in what is handed on`() throws {
    for text in [Self.old, Self.new] {
      let ability = try #require(try CapabilityText.abilities(text).first)
      let handed = "\(ability)" + AbilityImport([ability]).capabilities.yaml
      #expect(!handed.contains("run ") && !handed.contains("go ") && !handed.contains("never"))
    }
  }

  @Test(.enabled(if: SharedAbilities.areHere))
  func `the examples of both shapes are read`() throws {
    let files = try SharedAbilities.files("reports")
    let all = try files.flatMap {
      try CapabilityText.abilities(String(decoding: $0, as: UTF8.self))
    }
    #expect(
      AbilityImport(all).capabilities.procedures.map(\.words) == [
        "T1047 needs domain.user.name:has_password, remote.host.fqdn gives remote.host.fqdn:has_agent, remote.process.id",
        "T1003.001 gives domain.user.name, domain.user.name:has_password, domain.user.password",
      ])
  }
}
