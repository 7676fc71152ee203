import Attack
import Measures
import Testing
import TestSupport

struct ListSimilarityTests {
  private let similarity = ListSimilarity<Actor>(
    [[0, 1, 2], [1, 2], [0, 3], [0, 1, 2], [3]], information: [1, 2, 3, 4])

  @Test func `it is what both list over what either lists, each by how much it tells`() {
    let found = similarity.nearest(to: 0, among: [1, 2], sharing: 1, most: 5)
    #expect(found.map(\.owner) == [1, 2])
    #expect(found[0].similarity == 5.0 / 6 && found[1].similarity == 1.0 / 10)
  }

  @Test func `the same list is 1, the list itself is not told, and what shares nothing neither`() {
    let found = similarity.nearest(to: 0, among: [0, 1, 2, 3, 4], sharing: 1, most: 5)
    #expect(found.map(\.owner) == [3, 1, 2] && found[0].similarity == 1)
  }

  @Test func `what both have is told, the most telling first`() {
    let found = similarity.nearest(to: 0, among: [3], sharing: 3, most: 1)
    #expect(found.map(\.common) == [[2, 1, 0]])
  }

  @Test func `too little in common is no likeness`() {
    #expect(similarity.nearest(to: 0, among: [1, 2, 3], sharing: 3, most: 5).map(\.owner) == [3])
  }

  @Test func `of equals the first stands first, and no more than asked for`() {
    let twins = ListSimilarity<Actor>([[0], [0], [0], [0]], information: [1])
    let found = twins.nearest(to: 3, among: [2, 1, 0], sharing: 1, most: 2)
    #expect(found.map(\.owner) == [0, 1])
  }
}
