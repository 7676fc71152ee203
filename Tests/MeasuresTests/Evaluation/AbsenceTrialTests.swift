import Attack
import Foundation
import Measures
import Testing
import TestSupport
import Text

struct AbsenceTrialTests {
  private let testing = TrainingSet(
    ids: ["T1", "T2", "T3", "T4", "T5"], keys: ["a"], rows: [[0, 1, 2]], clusters: [0])
  private let query = HeldOutQuery(report: 0, evidence: [0], hidden: [1, 2])

  private func hunt(_ suggestions: [Index<Technique>], _ looked: Int) -> HuntQuery? {
    HuntQuery(query, among: suggestions, looked: looked, of: testing)
  }

  @Test func `what the report holds is seen too, and the rest was not found`() throws {
    let hunt = try #require(hunt([4, 1, 3], 3))
    #expect(hunt.query.evidence == [0, 1] && hunt.query.hidden == [2] && hunt.absent == [3, 4])
  }

  @Test func `where all was found, or nothing is left to find, nothing is asked`() {
    #expect(hunt([1], 1) == nil && hunt([1, 2, 3], 3) == nil && hunt([], 1) == nil)
  }

  @Test func `a hash says what is looked for, whether the report holds it or not`() throws {
    let hashes = [3, 4].map { FNV1a.hash("look for \(testing.ids[$0])|a".utf8) }
    #expect(try #require(hunt([3, 4], 1)).absent == [hashes[0] < hashes[1] ? 3 : 4])
  }

  /// The surprise-weighted recall@10 of each row, in plain loops.
  private func figure(
    _ splits: [EvaluationSplit], _ looked: Int, _ order: SuggestionOrder, isDoubting: Bool
  ) -> Double {
    var found: [Int: [Double]] = [:]
    for split in splits {
      let model = VoteModel(split.training)
      let rates = model.baseRates
      let asking = Array(split.testing.rows.indices)
      for query in HeldOutQuery.bySize(split.testing, reports: asking).joined() {
        let first = SuggestionOrder.telling.ranking(model.infer(query.evidence)).prefix(20)
        guard let hunt = HuntQuery(query, among: Array(first), looked: looked, of: split.testing)
        else { continue }
        let evidence = hunt.query.evidence
        let vote = isDoubting ? model.infer(evidence, doubting: hunt.absent) : model.infer(evidence)
        let ten = order.ranking(vote).filter { !hunt.absent.contains($0) }.prefix(10)
        let surprise = { (all: [Index<Technique>]) in all.reduce(0) { $0 - log2(rates[$1]) } }
        found[query.evidence.count, default: []].append(
          surprise(hunt.query.hidden.filter(ten.contains)) / surprise(hunt.query.hidden))
      }
    }
    let means = found.values.map { $0.reduce(0, +) / Double($0.count) }
    return means.reduce(0, +) / Double(means.count)
  }

  @Test func `its figures are those of plain loops`() async {
    var random = SplitMix64(seed: 11)
    let rows = (0..<40).map { report in
      (0..<30).filter { $0 % 2 == report % 2 && random.index(below: 10) < 7 }
    }
    let splits = EvaluationSplit.folds(
      TrainingSet(
        ids: IndexedList((0..<30).map { "T\(1000 + $0)" }),
        keys: (0..<40).map { "key/\(1000 + $0)" }, rows: rows, clusters: Array(0..<40)))
    let trial = await Evaluation(splits).absences
    #expect(trial.rows.map(\.looked) == [1, 1, 3, 3])
    for row in trial.rows {
      for (figures, isDoubting) in [(row.plain, false), (row.doubting, true)] {
        let expected = figure(splits, row.looked, row.order, isDoubting: isDoubting)
        #expect(abs(figures.surpriseRecallAt10 - expected) < 1e-12)
        #expect((0...1).contains(figures.error) && (0...1).contains(figures.recallAt20))
      }
      let more = row.doubting.surpriseRecallAt10 - row.plain.surpriseRecallAt10
      #expect(row.surpriseAdvantage.contains(more))
    }
  }
}
