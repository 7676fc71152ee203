import Attack
import Corpora
import Measures
import Testing
import TestSupport
import Text

struct CalibrationTests {
  @Test func `a curve is straight between its knots and flat beyond the last`() {
    let curve = CalibrationCurve(knots: [
      .init(raw: 0, shown: 0), .init(raw: 0.25, shown: 0.125), .init(raw: 0.5, shown: 0.625),
    ])
    #expect(
      [0, 0.125, 0.25, 0.375, 0.5, 0.9].map { curve($0) } == [
        0, 0.0625, 0.125, 0.375, 0.625, 0.625,
      ])
    #expect(CalibrationCurve(knots: [])(0.3) == 0.3)
  }

  @Test func `knots have five digits and begin at nought`() {
    let curve = CalibrationCurve([
      .init(scores: 1, hits: 1, cases: 3), .init(scores: 2.000001, hits: 2, cases: 3),
    ])
    #expect(
      curve.knots == [
        .init(raw: 0, shown: 0), .init(raw: 0.33333, shown: 0.33333),
        .init(raw: 0.66667, shown: 0.66667),
      ])
  }

  @Test(arguments: [0, 1, 2, 3, 30, 200])
  func `shown probabilities are probabilities and keep the likely order`(reports: Int) async {
    var random = SplitMix64(seed: UInt64(reports))
    let model = VoteModel(TrainingSet.random(reports, using: &random))
    let calibration = await Calibration(model)
    #expect(calibration.curves.count == 4)
    let seen: [[Index<Technique>]] = [
      [], [0], [1, 3], [0, 2, 5], [0, 1, 3, 4], [0, 1, 2, 3, 4, 5],
    ]
    for evidence in seen {
      let vote = model.infer(evidence)
      let shown = calibration.shown(vote)
      #expect(shown.allSatisfy { (0...1).contains($0) })
      let ranked = SuggestionOrder.likely.ranking(vote).map { shown[$0] }
      #expect(zip(ranked, ranked.dropFirst()).allSatisfy { $0 >= $1 })
    }
  }

  @Test func `nobody to ask leaves the raw probability`() async {
    let training = TrainingSet(
      ids: ["T1", "T2"], keys: ["a", "b"], rows: [[0], [1]], clusters: [0, 1])
    let model = VoteModel(training)
    let calibration = await Calibration(model)
    #expect(calibration.shown(model.infer([0])) == model.infer([0]).probabilities)
  }

  @Test func `a size takes the curve of the next smaller one`() async {
    var random = SplitMix64(seed: 9)
    let calibration = await Calibration(
      VoteModel(TrainingSet.random(300, using: &random)))
    let curves = calibration.curves
    let asked = [0, 1, 2, 3, 4, 5, 9].map { calibration.curve(evidence: $0) }
    #expect(asked == [0, 0, 1, 2, 2, 3, 3].map { curves[$0] })
    #expect(curves[0] != curves[1])
  }

  @Test func `of a large corpus two thousand reports are asked, by the hash of their keys`() {
    let training = { (count: Int) in
      TrainingSet(
        ids: ["T1"], keys: (0..<count).map { "\(10_000 + $0)" },
        rows: Array(repeating: [0], count: count), clusters: Array(0..<count))
    }
    #expect(Calibration.askedReports(training(5_000)) == Array(0..<5_000))
    let large = training(5_001)
    let asked = Calibration.askedReports(large)
    let hashes = large.keys.map { FNV1a.hash($0.utf8) }
    let bound = hashes.sorted()[2_000]
    #expect(asked == hashes.indices.filter { hashes[$0] < bound })
  }

  @Test func `of a still larger one fewer are asked, of each length as many as among those`() {
    let ids = IndexedList<Technique, String>((0..<9).map { "T\($0)" })
    let training = { (count: Int) in
      TrainingSet(
        ids: ids, keys: (0..<count).map { "\(100_000 + $0)" },
        rows: (0..<count).map { Array(0...($0 * $0 % 11 % 9)) }, clusters: Array(0..<count))
    }
    let lengths = { (training: TrainingSet, asked: [Int]) in
      Dictionary(grouping: asked) { training.rows[$0].count }.mapValues { Double($0.count) }
    }
    #expect(Calibration.askedReports(training(20_000)).count == 2_000)
    for (rows, count) in [(40_000, 1_000), (100_000, 400), (300_000, 200)] {
      let large = training(rows)
      let (asked, candidates) = (Calibration.askedReports(large), large.sample(2_000))
      #expect(
        asked.count == count && Set(asked).isSubset(of: candidates) && asked == asked.sorted())
      let found = lengths(large, asked)
      for (length, all) in lengths(large, candidates) {
        let expected = all * Double(count) / 2_000
        #expect(abs(found[length, default: 0] - expected) < 1, "\(rows) rows, length \(length)")
      }
    }
  }

  @Test func `a second run gives the same bits`() async {
    var random = SplitMix64(seed: 4)
    let model = VoteModel(TrainingSet.random(150, using: &random))
    #expect(await Calibration(model).curves == Calibration(model).curves)
  }
}
