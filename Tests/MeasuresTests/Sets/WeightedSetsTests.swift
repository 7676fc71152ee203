import Attack
import Corpora
import Measures
import TestSupport
import Testing

/// Reports as weighted sets measure what the same reports measure one by one.
struct WeightedSetsTests {
  private static let ids = (1001...1024).map { "T\($0)" }
  private static let knowledge = Knowledge.make(
    reports: (0..<6).map { Array(ids[($0 * 4)..<($0 * 4 + 4)]) })

  /// Each a few of the techniques, many of them the same ones.
  private static let reports: [[String]] = {
    var random = SplitMix64(seed: 7)
    return (0..<400).map { _ in
      let size = 1 + random.index(below: 4)
      return Set((0..<size).map { _ in ids[random.index(below: 1 + random.index(below: 24))] })
        .sorted()
    }
  }()

  private static func evidence(_ table: String) throws -> Evidence {
    let read = try ReportFile(Array(table.utf8), name: "own")
    let resolver = TechniqueResolver(knowledge)
    return Evidence([
      Evidence.Source(
        name: nil, isPublic: false,
        files: [
          Evidence.File(
            name: "own.csv", format: read.format,
            reports: read.reports.map { TeamReport($0, ofFile: "own", by: resolver) },
            sets: read.format == .sets
              ? TechniqueSets(read.sets, source: "own", by: resolver) : nil,
            remarks: read.remarks)
        ])
    ])
  }

  private static func findings(_ table: String) async throws -> Findings {
    let subset = SubsetDefinition(
      name: "all", title: "All", withSubs: false,
      selection: .random(seed: 1, count: 20, references: 1), source: "site.yml:1")
    return try await Findings(
      knowledge, Corpus(knowledge, try evidence(table)), subsets: [subset])
  }

  private static func direct() async throws -> Findings {
    try await findings(
      "report,technique\n"
        + reports.enumerated().flatMap { number, techniques in
          techniques.map { "r\(number),\($0)\n" }
        }.joined())
  }

  private static func inSets() async throws -> Findings {
    let sets = Dictionary(grouping: reports) { $0 }.mapValues(\.count)
    return try await findings(
      "weight,techniques\n"
        + sets.sorted { $0.value > $1.value }.map { "\($1),\($0.joined(separator: " "))\n" }
        .joined())
  }

  @Test func `every count and measure of every pair is the same`() async throws {
    let (direct, inSets) = (try await Self.direct(), try await Self.inSets())
    #expect(inSets.corpus.whole.reports.count < direct.corpus.whole.reports.count)
    #expect(inSets.corpus.count == direct.corpus.count)
    #expect(inSets.corpus.totals == direct.corpus.totals)
    for a in Self.knowledge.techniques.indices {
      for b in Self.knowledge.techniques.indices where a != b {
        #expect(inSets.associations[a, b] == direct.associations[a, b])
        #expect(inSets.corpus.together(a, b) == direct.corpus.together(a, b))
        #expect(
          inSets.corpus.tally(inSets.corpus.reports(citing: a, b), citing: [a, b])
            == direct.corpus.tally(direct.corpus.reports(citing: a, b), citing: [a, b]))
      }
    }
    #expect(inSets.pairs.firm == direct.pairs.firm && inSets.pairs.seen == direct.pairs.seen)
    #expect(inSets.own?.techniques == direct.own?.techniques)
    #expect(inSets.own?.pairs == direct.own?.pairs)
    #expect(inSets.own?.count == 400 && inSets.own?.frequent == direct.own?.frequent)
  }

  @Test func `subsets, clusters and matrices take the weights`() async throws {
    let (direct, inSets) = (try await Self.direct(), try await Self.inSets())
    let (one, other) = (direct.subsets[0], inSets.subsets[0])
    #expect(one.shown == other.shown && one.reportCount == other.reportCount)
    for member in one.shown { #expect(one.total(member) == other.total(member)) }
    #expect(direct.clusters.map(\.cluster.members) == inSets.clusters.map(\.cluster.members))
    for (own, set) in zip(direct.clusters, inSets.clusters) {
      #expect(own.reportCount(ofAtLeast: 2) == set.reportCount(ofAtLeast: 2))
      #expect(own.cluster.stability != nil && set.cluster.stability == nil)
    }
    for technique in Self.knowledge.techniques.indices {
      let counts = [direct, inSets].map {
        MatrixCounts($0.corpus.rows(citing: technique), $0.corpus.whole, Self.knowledge).parents
      }
      #expect(counts[0] == counts[1])
    }
  }

  @Test func `the vote of sets is that of their reports`() async throws {
    let (direct, inSets) = (try await Self.direct(), try await Self.inSets())
    for evidence: [Index<Technique>] in [[], [0], [3], [0, 4], [1, 2, 9], [0, 1, 2, 3, 23]] {
      let (one, other) = (
        direct.inference.model.infer(evidence), inSets.inference.model.infer(evidence)
      )
      for technique in one.probabilities.indices {
        #expect(abs(one.probabilities[technique] - other.probabilities[technique]) < 1e-9)
      }
      #expect(abs(one.effectiveSize - other.effectiveSize) < 1e-6 * one.effectiveSize)
      let counts = [direct, inSets].map { $0.inference.estimate(evidence).counts }
      #expect(counts[0] == counts[1])
    }
  }
}
