import Attack
import Corpora
import Measures
import Testing

struct TechniqueProfilesTests {
  @Test(arguments: 0..<10)
  func `they are what least squares in turns give`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let training = TrainingSet.random(4 + seed, using: &random)
    let profiles = TechniqueProfiles(training, reports: Array(training.rows.indices))
    let twin = WrittenOutVote.learnt(training.rows, techniqueCount: training.ids.count)
    for (profile, other) in zip(profiles.techniques, twin) {
      #expect(profile.indices.map { profile[$0] } == other)
    }
  }

  @Test func `what no report cites is zero, and takes no number of the start`() {
    let learnt = { (ids: IndexedList<Technique, String>, row: [Int]) in
      let training = TrainingSet(
        ids: ids, keys: (10..<50).map { "\($0)" }, rows: Array(repeating: row, count: 40),
        clusters: Array(0..<40))
      return TechniqueProfiles(training, reports: Array(0..<40)).techniques
    }
    let profiles = learnt(["T1", "T2", "T3", "T4"], [0, 3])
    #expect(profiles[1] == .zero && profiles[2] == .zero && profiles[0] != .zero)
    #expect(learnt(["T1", "T4"], [0, 1]) == [profiles[0], profiles[3]])
  }

  @Test func `reports of one habit are alike, those of another are not`() {
    let rows = (0..<40).map { $0 % 2 == 0 ? [0, 1, 2] : [3, 4, 5] }
    let training = TrainingSet(
      ids: IndexedList((1...6).map { "T\($0)" }), keys: (10..<50).map { "\($0)" }, rows: rows,
      clusters: Array(0..<40))
    let profiles = TechniqueProfiles(training, reports: Array(0..<40))
    let likeness = ReportLikeness(profiles, rows: rows)([0])
    for (report, value) in likeness.enumerated() {
      #expect(report % 2 == 0 ? value > 0.9 : abs(value) < 0.3, "\(value)")
      #expect(value <= 1 + 1e-12)
    }
  }
}
