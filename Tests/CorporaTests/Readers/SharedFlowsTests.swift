import Attack
import Corpora
import Foundation
import TestSupport
import Testing
import Text

/// Published flows, and one invented flow in every shape.
@Suite(.enabled(if: SharedFiles.areHere))
struct SharedFlowsTests {
  private struct Answer: Decodable {
    let flowEdges: [[String]]
    let flowEdgesOnFalseBranch: [[String]]
  }

  private static func read(_ path: String) throws -> (ReportDraft, TeamReport) {
    let resolver = try TechniqueResolver(RealReleases.knowledge("enterprise-attack-18.1"))
    let file = try ReportFile(SharedFiles.bytes(path), name: "flow")
    let draft = try #require(file.reports.first)
    return (draft, TeamReport(draft, ofFile: "flow", by: resolver))
  }

  private static func pairs(_ report: TeamReport, onFailure: Bool) throws -> [[String]] {
    let techniques = try RealReleases.knowledge("enterprise-attack-18.1").techniques
    return report.pairs.filter { $0.onFailure == onFailure }.map {
      [techniques[$0.before].id.description, techniques[$0.after].id.description]
    }
  }

  @Test func `the three shapes of Equifax agree: 12 actions, 13 pairs`() throws {
    let all = try ["v3/Equifax Breach.afb", "v2/Equifax Breach.afb", "stix/Equifax Breach.json"]
      .map { try Self.read("flows/\($0)") }
    for (draft, report) in all {
      #expect(draft.order?.actions.count == 12 && draft.order?.kind == .drawn)
      #expect(report.pairs.count == 13 && report.pairs == all[0].1.pairs)
    }
  }

  @Test(arguments: [
    ("attack-flow-v3.afb", true), ("attack-flow-v2.afb", true), ("attack-flow-stix.json", true),
    ("attack-flow-stix-v3-builder.json", false),
  ])
  func `one flow in every shape has the order of its answer`(
    name: String, tellsFailure: Bool
  ) throws {
    let answer = try JSONDecoder().decode(
      Answer.self, from: Data(SharedFiles.bytes("reports/expected.json")))
    let (_, report) = try Self.read("reports/\(name)")
    let (onward, failed) = (answer.flowEdges, answer.flowEdgesOnFalseBranch)
    let ordered = { (pairs: [[String]]) in
      pairs.sorted { $0.lexicographicallyPrecedes($1) }
    }
    #expect(
      try Self.pairs(report, onFailure: false) == ordered(tellsFailure ? onward : onward + failed))
    #expect(try Self.pairs(report, onFailure: true) == (tellsFailure ? ordered(failed) : []))
  }

  /// The numbers are those of `Tests/Checks/order.py --list`, which reads the files itself.
  @Test(arguments: [
    ("v2/Cobalt Kitty Campaign.afb", 27, 46, 0), ("v3/REvil.afb", 25, 29, 1),
    ("v3/Turla - Carbon Emulation Plan.afb", 81, 75, 0), ("v3/FIN13 Case 1.afb", 40, 33, 0),
    ("stix/FIN13 Case 2.json", 19, 11, 0), ("v3/Uber Breach.afb", 8, 6, 0),
  ])
  func `published flows have as many pairs as every path along their lines gives`(
    name: String, actions: Int, pairs: Int, onFailure: Int
  ) throws {
    let (draft, report) = try Self.read("flows/\(name)")
    #expect(draft.order?.actions.count == actions && report.pairs.count == pairs)
    #expect(report.pairs.count(where: \.onFailure) == onFailure)
  }

  /// The numbers are those of `Tests/Checks/order.py --list`, too.
  @Test func `flows that cite one address are one source`() throws {
    let paths = try ["flows/stix", "flows/v2", "flows/v3", "reports"]
      .flatMap { try SharedFiles.files($0) }
      .filter { !$0.hasPrefix("reports/") || $0.contains("attack-flow") }
    let reports = try paths.map { try Self.read($0).1 }
    let file = Evidence.File(name: "flows", format: .flow, reports: reports, remarks: [])
    let evidence = Evidence([.init(name: "flows", isPublic: true, files: [file])])
    let book = OrderBook(evidence.orders)
    #expect(reports.count == 32 && book[.run].isEmpty && book[.drawn].count == 462)
    #expect(book[.drawn].count { $0.count > 1 } == 29)
  }
}
