import Measures
import Testing

struct GreedyCoverTests {
  @Test func `the set that adds most comes first, of equal ones the first`() {
    #expect(GreedyCover.indices([[1, 2], [3, 4, 5], [1, 6]]) == [1, 0, 2])
    #expect(GreedyCover.indices([[1, 2], [2, 1]]) == [0])
  }

  /// The textbook case: the greedy choice takes three sets where two would do.
  @Test func `it is greedy, not the fewest`() {
    let sets: [Set<Int>] = [[1, 2, 3, 4], [1, 3, 5], [2, 4, 6]]
    #expect(GreedyCover.indices(sets) == [0, 1, 2])
  }

  @Test func `nothing to cover needs nothing`() {
    #expect(GreedyCover.indices([]).isEmpty && GreedyCover.indices([[], []]).isEmpty)
  }
}
