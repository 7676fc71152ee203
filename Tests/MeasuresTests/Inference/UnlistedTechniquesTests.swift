import Measures
import Testing

struct UnlistedTechniquesTests {
  /// Two habits: the first three techniques, and the others.
  private static let model: VoteModel = {
    var random = SplitMix64(seed: 31)
    let rows = (0..<120).map { row in
      (0..<7).filter { random.index(below: 10) < (($0 < 3) == (row % 2 == 0) ? 7 : 2) }
    }
    return VoteModel(
      TrainingSet(
        ids: (0..<7).map { "T\(1000 + $0)" }, keys: rows.indices.map { "\(1000 + $0)" },
        rows: rows, clusters: Array(rows.indices)))
  }()

  private func found(_ reports: [Int: [Int]]) async -> UnlistedTechniques {
    UnlistedTechniques(reports: reports, Self.model, await Calibration(Self.model))
  }

  @Test func `what three reports cite is the evidence`() async {
    let found = await found([0: [1, 2, 3], 3: [1, 2], 4: [4, 5, 6, 7]])
    #expect(found.basis == .recurring && found.evidence == [0, 4])
  }

  @Test(arguments: [[0: [1, 2], 3: [3]], [0: [1, 1, 1], 3: [2]]])
  func `without such a technique, or with two reports, it is all that is listed`(
    reports: [Int: [Int]]
  ) async {
    let found = await found(reports)
    #expect(found.basis == .listed && found.evidence == [0, 3])
  }

  @Test func `of many listed ones the ten rarest are asked with`() async {
    let ids = (0..<14).map { "T\(1000 + $0)" }
    let rows = (0..<14).map { Array($0..<14) }
    let model = VoteModel(
      TrainingSet(ids: ids, keys: ids, rows: rows, clusters: Array(0..<14)))
    let reports = Dictionary(uniqueKeysWithValues: (0..<14).map { ($0, [0]) })
    let found = UnlistedTechniques(reports: reports, model, await Calibration(model))
    #expect(found.evidence == Array(0..<10) && found.candidates.isEmpty)
  }

  @Test func `candidates are unlisted, above their base rate, the farthest first`() async {
    let calibration = await Calibration(Self.model)
    let found = UnlistedTechniques(reports: [0: [1, 2, 3], 3: [1]], Self.model, calibration)
    let shown = calibration.shown(Self.model.infer([0]))
    let above = shown.indices.filter { ![0, 3].contains($0) }
      .filter { shown[$0] > Self.model.baseRates[$0] }
    #expect(above.count >= 2 && Set(found.candidates.map(\.technique)) == Set(above))
    let excesses = found.candidates.map(\.excess)
    #expect(zip(excesses, excesses.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test func `an actor without techniques expects nothing above the base rate by much`() async {
    let found = await found([:])
    #expect(found.evidence.isEmpty && found.basis == .listed)
    #expect(found.candidates.allSatisfy { $0.excess < 0.2 })
  }
}
