import TestSupport
import Attack
import Corpora
import Foundation
import Measures
import Testing

struct SubsetReaderTests {
  private let knowledge: Knowledge

  /// Four techniques over two tactics, one of them a sub-technique; a group; a retired id of each
  /// kind.
  init() throws {
    let pattern = { (id: String, phase: String, platform: String, more: String) in
      """
      {"type": "attack-pattern", "id": "attack-pattern--\(id)", "name": "\(id)",
       "external_references": [{"source_name": "mitre-attack", "external_id": "\(id)"}],
       "kill_chain_phases": [{"kill_chain_name": "mitre-attack", "phase_name": "\(phase)"}],
       "x_mitre_platforms": ["\(platform)"]\(more)}
      """
    }
    let relation = { (type: String, source: String, target: String) in
      """
      {"type": "relationship", "id": "relationship--\(source)-\(target)",
       "relationship_type": "\(type)", "source_ref": "\(source)",
       "target_ref": "attack-pattern--\(target)"}
      """
    }
    let objects = [
      pattern("T0001", "execution", "Linux", ""), pattern("T0002", "execution", "Windows", ""),
      pattern("T0002.001", "persistence", "Windows", ""),
      pattern("T0003", "persistence", "Linux", ""),
      pattern("T0008", "execution", "Linux", ", \"revoked\": true"),
      pattern("T0009", "execution", "Linux", ", \"x_mitre_deprecated\": true"),
      relation("revoked-by", "attack-pattern--T0008", "T0003"),
      """
      {"type": "intrusion-set", "id": "intrusion-set--g", "name": "Quiet Lantern",
       "external_references": [{"source_name": "mitre-attack", "external_id": "G9001"}]}
      """,
      relation("uses", "intrusion-set--g", "T0001"), relation("uses", "intrusion-set--g", "T0003"),
    ]
    let text = "{\"type\": \"bundle\", \"objects\": [\(objects.joined(separator: ","))]}"
    knowledge = Knowledge([try StixBundle(source: "x.json", bytes: Array(text.utf8))])
  }

  private func read(
    _ selection: SubsetDefinition.Selection, isOptional: Bool = false, withSubs: Bool = false,
    domain: Domain? = nil
  ) throws(SubsetError) -> SubsetReader {
    try SubsetReader(
      [
        SubsetDefinition(
          name: "mine", title: "Mine", domain: domain, isOptional: isOptional, withSubs: withSubs,
          selection: selection, source: "site.yml:3")
      ], knowledge, totals: [30, 20, 5, 25])
  }

  private func ids(_ reader: SubsetReader) -> [[String]] {
    reader.subsets.map { subset in
      subset.members.map { knowledge.techniques[$0.technique].id.description }
    }
  }

  private func choices(_ ids: String...) throws -> SubsetDefinition.Selection {
    .techniques(
      try ids.enumerated().map {
        SubsetDefinition.Choice(try #require(TechniqueID($1)), source: "site.yml:\($0 + 5)")
      })
  }

  @Test func `ids are followed to what took their place, and told`() throws {
    let reader = try read(choices("T0002", "T0008", "T0009", "T0001"))
    #expect(ids(reader) == [["T0001", "T0002", "T0003"]])
    #expect(
      reader.subsets.map(\.remarks) == [
        ["T0008 is T0003 today", "T0009 T0009 is retired without a successor, and left out"]
      ])
    #expect(reader.notices == [Notice(.retiredInSubset, at: "T0009 (site.yml:7, mine)")])
  }

  @Test func `an unknown id is an error with its place, or a notice`() throws {
    let selection = try choices("T0001", "T0002", "T7777")
    #expect(
      throws: SubsetError.missing("technique T7777", subset: "mine", source: "site.yml:7")
    ) { try read(selection) }
    let reader = try read(selection, isOptional: true)
    #expect(ids(reader) == [["T0001", "T0002"]])
    #expect(reader.notices == [Notice(.absentFromSubset, at: "T7777 (site.yml:7, mine)")])
  }

  @Test(arguments: ["execution", "Execution"])
  func `a tactic is found by its short name or name`(tactic: String) throws {
    #expect(ids(try read(.tactic(tactic))) == [["T0001", "T0002"]])
  }

  @Test func `each tactic gives a subset of its name`() throws {
    let reader = try read(.eachTactic)
    #expect(ids(reader) == [["T0001", "T0002"], ["T0002.001", "T0003"]])
    #expect(reader.subsets.map(\.name) == ["execution", "persistence"])
    #expect(reader.subsets.map(\.title) == ["Execution", "Persistence"])
  }

  @Test func `a platform is found whatever its case`() throws {
    #expect(ids(try read(.platform("windows"))) == [["T0002", "T0002.001"]])
  }

  @Test(arguments: ["G9001", "quiet lantern"])
  func `a group gives the techniques that it uses`(group: String) throws {
    #expect(ids(try read(.group(group))) == [["T0001", "T0003"]])
  }

  @Test func `what is not there is an error, or a notice`() throws {
    for selection in [
      SubsetDefinition.Selection.tactic("impact"), .platform("ESXi"), .group("G0001"),
    ] {
      #expect(throws: SubsetError.self) { try read(selection) }
      #expect(try read(selection, isOptional: true).notices.map(\.kind) == [.absentFromSubset])
    }
  }

  @Test func `random draws are the same for a seed, and only from what is cited often enough`()
    throws
  {
    let draw = { (seed: UInt64) in
      try ids(read(.random(seed: seed, count: 2, references: 20)))
    }
    #expect(try draw(2018) == draw(2018))
    let drawn = try (0..<50).map { try draw($0) }
    #expect(drawn.allSatisfy { $0[0].count == 2 && !$0[0].contains("T0002.001") })
    #expect(Set(drawn).count == 3)
  }

  @Test func `fewer than two techniques make no page`() throws {
    let reader = try read(choices("T0001"))
    #expect(reader.subsets.isEmpty && reader.notices == [Notice(.emptySubset, at: "mine")])
  }

  @Test func `a domain that is not loaded makes no page`() throws {
    let reader = try read(.eachTactic, domain: .ics)
    #expect(reader.subsets.isEmpty && reader.notices.isEmpty)
  }

  @Test func `with subs a technique counts as cited where a sub of it is`() async throws {
    let reader = try read(choices("T0001", "T0002"), withSubs: true)
    let subset = try #require(reader.subsets.first)
    #expect(subset.members.map(\.techniques) == [[0], [1, 2]])
    let corpus = Corpus.make([[0, 2], [0, 1, 2], [3], [1], [3]], techniques: 4)
    let counted = Corpus.Selection(of: 0..<5) { $0 != 2 }
    let ids = knowledge.techniqueIDs
    let findings = SubsetFindings(
      subset, corpus, counted, await Associations(corpus.citations(of: counted), ids: ids))
    #expect(subset.members.indices.map(findings.total) == [2, 3])
    #expect(findings.reports(citing: 1) == [0, 1, 3] && findings.reports(citing: 0, 1) == [0, 1])
    #expect(findings.pair(0, 1).together == 2)
    #expect(findings.pair(0, 1).base == 2 && findings.pair(1, 0).base == 3)
  }

  @Test func `a map leaves out what no report cites with another, unless it was named`()
    async throws
  {
    let reports = [["T1001", "T1002"], ["T1001", "T1002"], ["T1003"]]
    let findings = { (reports: [[String]], selection: SubsetDefinition.Selection) in
      let knowledge = Knowledge.make(reports: reports)
      let definition = SubsetDefinition(
        name: "mine", title: "Mine", selection: selection, source: "site.yml:3")
      return try await Findings(knowledge, Corpus(knowledge), subsets: [definition]).subsets.first
    }
    let all = SubsetDefinition.Selection.random(seed: 1, count: 9, references: 1)
    let drawn = try #require(try await findings(reports, all))
    #expect(drawn.alone == [2] && drawn.shown.sorted() == [0, 1])
    let named = try #require(
      try await findings(reports, choices("T1001", "T1002", "T1003")))
    #expect(named.alone.isEmpty && named.shown.sorted() == [0, 1, 2])
    let apart = try #require(try await findings([["T1001"], ["T1002"]], all))
    #expect(apart.alone.isEmpty && apart.shown.sorted() == [0, 1])
  }
}
