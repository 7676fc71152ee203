import Attack
import Corpora
import Foundation
import TestSupport
import Testing

/// The capabilities that come with the tool.
struct ShippedCapabilitiesTests {
  private let text: String
  private let all: Capabilities

  init() throws {
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    text = try String(
      contentsOf: project.appending(path: "Site/capabilities.yml"), encoding: .utf8)
    all = try CapabilityText.capabilities(text)
  }

  @Test func `behind its comments the file is as the tool writes it`() throws {
    let body = text.split(separator: "\n").drop { $0.hasPrefix("#") }.joined(separator: "\n") + "\n"
    #expect(all.yaml == body)
  }

  @Test func `its facts are few, and each is given and needed by something`() {
    let given = Set(all.procedures.flatMap(\.gives))
    let needed = Set(all.procedures.flatMap(\.needs))
    #expect((15...25).contains(all.titles.count) && all.procedures.count >= 60)
    #expect(given == Set(all.titles.keys) && needed == given)
  }

  @Test func `each procedure has a name of its own and a reason in one short sentence`() {
    let names = all.procedures.map { "\($0.technique) \($0.name)" }
    #expect(Set(names).count == names.count)
    for procedure in all.procedures {
      #expect(
        (4...25).contains(procedure.reason.split(separator: " ").count), "\(procedure.reason)")
      #expect(procedure.reason.hasSuffix(".") && !procedure.reason.dropLast().contains(". "))
      #expect(!procedure.platforms.isEmpty)
    }
  }

  @Test(.enabled(if: RealReleases.areHere))
  func `its techniques are live, and on the platforms that ATT&CK names`() throws {
    let knowledge = try RealReleases.knowledge("enterprise-attack-18.1")
    let techniques = Dictionary(
      uniqueKeysWithValues: knowledge.techniques.map { ($0.id.description, $0) })
    for procedure in all.procedures {
      let technique = try #require(techniques[procedure.technique])
      let others = Set(procedure.platforms).subtracting(technique.platforms)
      #expect(others.isEmpty, "\(procedure.technique) is not on \(others)")
    }
  }

  @Test(.enabled(if: RealReleases.areHere))
  func `its graph says what hunters know`() throws {
    let knowledge = try RealReleases.knowledge("enterprise-attack-18.1")
    let graph = EnablingGraph(all, knowledge, TechniqueResolver(knowledge))
    func id(_ index: Index<Technique>) -> String { knowledge.techniques[index].id.description }
    let edges = Set(graph.edges.map { "\(id($0.from)) \($0.fact) \(id($0.to))" })
    #expect(
      edges.isSuperset(of: [
        "T1003.001 domain.user.password T1047", "T1548.002 windows.admin T1003.001",
        "T1558.003 password.hash T1110.002", "T1539 web.session T1550.004",
        "T1003.006 domain.krbtgt.hash T1558.001", "T1610 container.privileged T1611",
        "T1552.005 cloud.token T1550.001", "T1056.002 unix.user.password T1548.003",
      ]))
    #expect(graph.unmet.isEmpty && graph.unknown.isEmpty && graph.followed.isEmpty)
    #expect(graph.loops.count == 1 && graph.loops[0].map(id).contains("T1003.001"))
    let windows = edges.filter { $0.contains(" windows.") || $0.contains(" domain.") }
    let unix = ["T1003.008", "T1548.003", "T1548.001", "T1543.002", "T1555.001", "T1021.004"]
    #expect(
      windows.allSatisfy { edge in !unix.contains { edge.hasSuffix($0) || edge.hasPrefix($0) } })
  }
}
