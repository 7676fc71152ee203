import Attack
import Measures
import Testing
import TestSupport

struct SuggestionOrderTests {
  @Test func `what is usual stands behind what is not, but not behind what is unlikely`() {
    let (common, special, rare) = ((0.4, 0.35), (0.3, 0.05), (0.02, 0.001))
    let score = { (order: SuggestionOrder, pair: (Double, Double)) in
      order.score(pair.0, baseRate: pair.1)
    }
    #expect(score(.telling, special) > score(.telling, common))
    #expect(score(.telling, common) > score(.telling, rare))
    #expect(score(.likely, common) > score(.likely, special))
    #expect(abs(score(.telling, special) - 0.3 * 0.32 / 0.07) < 1e-15)
  }

  @Test(arguments: SuggestionOrder.allCases)
  func `the ranking leaves the evidence out and puts equals in the order of ids`(
    order: SuggestionOrder
  ) {
    let training = TrainingSet(
      ids: ["T1", "T2", "T3", "T4"], keys: ["a", "b", "c"], rows: [[0, 2], [0, 2], [0, 1, 3]],
      clusters: [0, 1, 2])
    let vote = VoteModel(training).infer([0, 0])
    #expect(vote.evidence == [0] && order.ranking(vote) == [2, 1, 3])
    #expect(order.ranking(vote, without: [1]) == [2, 3])
  }
}
