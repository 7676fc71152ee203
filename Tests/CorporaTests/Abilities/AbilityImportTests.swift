import Attack
import Corpora
import TestSupport
import Testing

struct AbilityImportTests {
  /// What abilities need and give; each is written `T1001: #{a.b} | c.d has e.f | g.h needs i.j`: its
  /// command, its parsers, its requirements.
  private func words(
    _ lines: [String], aliases: [String: String] = AbilityImport.aliases
  ) throws -> [String] {
    let abilities = try lines.enumerated().flatMap { number, line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.split(separator: " ")
      }
      let technique = parts[0].first ?? ""
      func links(_ words: [Substring]) -> String {
        let keys = ["source", "edge", "target"]
        return "{" + zip(keys, words).map { "\($0): '\($1)'" }.joined(separator: ", ") + "}"
      }
      let command = parts[0].dropFirst().joined(separator: " ")
      let parsers =
        parts.count > 1 && !parts[1].isEmpty
        ? "[{module: m, parserconfigs: [\(links(parts[1]))]}]" : "[]"
      let required =
        parts.count > 2 ? "[{module: x.basic, relationship_match: [\(links(parts[2]))]}]" : "[]"
      return try CapabilityText.abilities(
        "{id: a\(number), technique_id: \(technique), executors: [{platform: darwin, command: '\(command)', parsers: \(parsers)}], requirements: \(required)}"
      )
    }
    return AbilityImport(abilities, aliases: aliases).capabilities.procedures.map(\.words)
  }

  @Test func `it gives what its parsers read, less what it needs itself`() throws {
    #expect(
      try words(["T1001 #{a.b} | a.b has_c c.d"]) == ["T1001 needs a.b gives a.b:has_c, c.d"])
  }

  @Test func `a needed relation that somebody gives takes the place of the ends it brings along`()
    throws
  {
    let needing = "T1002 #{a.b} #{c.d} || a.b has_c c.d"
    #expect(
      try words([needing, "T1001 x | a.b has_c c.d"])[0] == "T1002 needs a.b:has_c")
    #expect(
      try words([needing, "T1001 #{a.b} | a.b has_c c.d"])[0] == "T1002 needs a.b, a.b:has_c")
    #expect(try words([needing])[0] == "T1002 needs a.b, a.b:has_c, c.d")
    #expect(
      try words([needing, "T1001 x | a.b has_other c.d"])[0] == "T1002 needs a.b, a.b:has_c, c.d")
  }

  @Test func `a relation without a target replaces its source only`() throws {
    #expect(
      try words(["T1002 #{a.b} #{c.d} || a.b has_c", "T1001 x | a.b has_c c.d"])[0]
        == "T1002 needs a.b:has_c, c.d")
  }

  @Test func `a relation that it both needs and gives is needed`() throws {
    #expect(try words(["T1001 x | a.b has_c | a.b has_c"]) == ["T1001 needs a.b:has_c gives a.b"])
  }

  @Test(arguments: [
    "host.user.name", "host.system.path", "host.print.file", "host.chrome.bookmark_title",
  ])
  func `facts that tie nothing together are left out`(fact: String) throws {
    #expect(try words(["T1001 #{\(fact)}", "T1002 x | \(fact)"]) == ["T1001", "T1002"])
  }

  @Test func `two names of another host are one, in relations too`() throws {
    let lines = ["T1001 #{remote.host.name}", "T1002 x | remote.host.name has_share"]
    #expect(
      try words(lines) == [
        "T1001 needs remote.host.fqdn",
        "T1002 gives remote.host.fqdn, remote.host.fqdn:has_share",
      ])
    #expect(try words(lines, aliases: [:])[0] == "T1001 needs remote.host.name")
  }

  @Test func `platforms are called as ATT&CK calls them, and every fact has words`() throws {
    let abilities = try CapabilityText.abilities(
      "{id: x1, technique_id: T1001, platforms: {darwin: {sh: {command: '#{some.odd_thing}'}}}}")
    let all = AbilityImport(abilities).capabilities
    #expect(all.procedures[0].platforms == ["macOS"])
    #expect(all.procedures[0].source == "CALDERA ability x1")
    #expect(all.titles.map { "\($0): \($1)" } == ["some.odd_thing: some odd thing"])
  }

  @Test(.enabled(if: SharedAbilities.areHere))
  func `CALDERA’s 209 abilities give 76 edges on 38 techniques, one more with the alias`() throws {
    let abilities = try SharedAbilities.files().flatMap {
      try CapabilityText.abilities(String(decoding: $0, as: UTF8.self))
    }
    #expect(abilities.count == 209)
    let knowledge = try RealReleases.knowledge("enterprise-attack-18.1")
    let resolver = TechniqueResolver(knowledge)
    func pairs(_ aliases: [String: String]) -> (Set<String>, Int, EnablingGraph) {
      let all = AbilityImport(abilities, aliases: aliases).capabilities
      let graph = EnablingGraph(all, knowledge, resolver)
      let words = graph.pairs.map {
        "\(knowledge.techniques[$0.from].id) \(knowledge.techniques[$0.to].id)"
      }
      return (Set(words), Set(graph.pairs.flatMap { [$0.from, $0.to] }).count, graph)
    }
    let (without, plain, _) = pairs([:])
    let (with, aliased, graph) = pairs(AbilityImport.aliases)
    #expect(without.count == 76 && plain == 38 && with.count == 77 && aliased == 38)
    #expect(with.subtracting(without) == ["T1018 T1021.006"] && without.isSubset(of: with))
    #expect(
      with.filter { $0.hasSuffix(" T1047") }.sorted() == [
        "T1003.001 T1047", "T1016 T1047", "T1018 T1047", "T1021.002 T1047", "T1069.002 T1047",
      ])
    #expect(graph.unknown.isEmpty && graph.followed.isEmpty && graph.loops.isEmpty)
    let wmi = try #require(
      knowledge.techniques.indices.first { knowledge.techniques[$0].id.description == "T1047" })
    #expect(graph.needs[wmi].allSatisfy { $0.part.count == 1 && $0.part.of == 2 })
  }
}
