import Attack
import Corpora
import Measures
import TestSupport
import Testing

struct UnlistedTechniquesTests {
  /// Four habits of four techniques.
  private static let training: TrainingSet = {
    var random = SplitMix64(seed: 31)
    let rows = (0..<120).map { row in
      (0..<16).filter { random.index(below: 20) < ($0 / 4 == row % 4 ? 16 : 1) }
    }
    return TrainingSet(
      ids: IndexedList((0..<16).map { "T\(1000 + $0)" }), keys: rows.indices.map { "\(1000 + $0)" },
      rows: rows, clusters: Array(rows.indices))
  }()

  private static let knowledge = Knowledge.make((0..<16).map { .make("T\(1000 + $0)") })

  private func repertoire(
    _ reports: [Index<Technique>: [Index<Report>]], with others: Set<Index<Technique>> = []
  ) -> ActorRepertoire {
    ActorRepertoire(
      reports: reports, techniques: others.union(reports.keys), Self.knowledge)
  }

  private func found(_ reports: [Index<Technique>: [Index<Report>]]) async -> UnlistedTechniques {
    let model = VoteModel(Self.training)
    return UnlistedTechniques(repertoire(reports), model, await Calibration(model))
  }

  @Test func `what three reports cite is the evidence`() async {
    let found = await found([0: [1, 2, 3], 3: [1, 2], 4: [4, 5, 6, 7]])
    #expect(found.basis == .recurring && found.evidence == [0, 4])
  }

  @Test(
    arguments: [
      [0: [1, 2], 3: [3]], [0: [1, 1, 1], 3: [2]], [0: [1, 2, 3], 3: [2]],
    ] as [[Index<Technique>: [Index<Report>]]])
  func `where fewer than two techniques recur, it is all that is listed`(
    reports: [Index<Technique>: [Index<Report>]]
  ) async {
    let found = await found(reports)
    #expect(found.basis == .listed && found.evidence == [0, 3])
  }

  @Test(arguments: [1, 3])
  func `of many the ten rarest are asked with`(reports: Int) async {
    let ids = (0..<14).map { "T\(1000 + $0)" }
    let rows = (0..<14).map { Array($0..<14) }
    let model = VoteModel(
      TrainingSet(ids: IndexedList(ids), keys: ids, rows: rows, clusters: Array(0..<14)))
    let own = Dictionary(
      uniqueKeysWithValues: (0..<14).map {
        (Index<Technique>($0), (0..<reports).map { Index<Report>($0) })
      })
    let found = UnlistedTechniques(repertoire(own), model, await Calibration(model))
    #expect(found.basis == (reports == 1 ? .listed : .recurring))
    #expect(found.evidence == (0..<10).map { Index($0) } && found.candidates.isEmpty)
  }

  /// By hand, from the vote and the curves.
  @Test(
    arguments: [[0, 1], [4, 5], [2, 8]] as [[Index<Technique>]],
    [[], [2], [3, 6]] as [Set<Index<Technique>>])
  func `what is expected is far enough above the usual and in the telling order`(
    evidence: [Index<Technique>], others: Set<Index<Technique>>
  ) async {
    let model = VoteModel(Self.training)
    let calibration = await Calibration(model)
    let own = Dictionary(uniqueKeysWithValues: evidence.map { ($0, [1, 2, 3] as [Index<Report>]) })
    let found = UnlistedTechniques(repertoire(own, with: others), model, calibration)
    let vote = model.infer(evidence)
    let shown = calibration.shown(vote)
    var expected: [(technique: Index<Technique>, score: Double)] = []
    for technique in shown.indices
    where !evidence.contains(technique) && !others.contains(technique) {
      let (raw, usual) = (vote.probabilities[technique], vote.baseRates[technique])
      guard shown[technique] >= 1.5 * usual, shown[technique] >= usual + 0.05 else { continue }
      expected.append((technique, raw * (raw + 0.02) / (usual + 0.02)))
    }
    expected.sort { ($1.score, $0.technique) < ($0.score, $1.technique) }
    #expect(found.candidates.map(\.technique) == expected.map(\.technique))
    #expect(found.candidates.map(\.score) == expected.map(\.score))
    #expect(found.candidates.allSatisfy { $0.times == shown[$0.technique] / $0.baseRate })
  }

  @Test func `something is expected of those with part of a habit`() async {
    let found = await found([0: [1, 2, 3], 1: [1, 2, 3]])
    #expect(Set(found.candidates.map(\.technique)) == [2, 3])
  }

  @Test func `of an actor without techniques nothing is expected`() async {
    let found = await found([:])
    #expect(found.evidence.isEmpty && found.basis == .listed && found.candidates.isEmpty)
  }
}
