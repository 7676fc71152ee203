import Testing

@testable import Attack

struct LongestRiseTests {
  @Test(arguments: [
    ([], []), ([1, 2, 3], [0, 1, 2]), ([2, 3, 1, 4], [0, 1, 3]), ([3, 2, 1], [0]),
    ([1, 4, 2, 3], [0, 2, 3]),
    ([2, 1, 0], [1]), ([0, 3, 2, 1], [0, 2]),
  ])
  func `it keeps the order of as many as can be`(numbers: [Int], positions: [Int]) {
    #expect(LongestRise(numbers).positions == positions)
  }

  @Test func `of every order of six it is as long as the best of all choices, and rises`() {
    for numbers in Self.orders(of: [1, 2, 3, 4, 5, 6]) {
      let kept = LongestRise(numbers).positions.map { numbers[$0] }
      #expect(kept == kept.sorted(), "\(numbers)")
      let choices = (0..<64).map { choice in
        numbers.indices.filter { choice >> $0 & 1 == 1 }.map { numbers[$0] }
      }
      #expect(kept.count == choices.filter { $0 == $0.sorted() }.map(\.count).max(), "\(numbers)")
    }
  }

  private static func orders(of numbers: [Int]) -> [[Int]] {
    guard numbers.count > 1 else { return [numbers] }
    return numbers.flatMap { first in
      orders(of: numbers.filter { $0 != first }).map { [first] + $0 }
    }
  }
}
