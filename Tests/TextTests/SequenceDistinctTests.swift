import Testing
import Text

struct SequenceDistinctTests {
  @Test func `each element is kept once, in the order of first occurrence, few or many`() {
    for length in 0..<60 {
      for kinds in [1, 3, 8, 9, 20] {
        let numbers = (0..<length).map { $0 * 7919 % kinds }
        let expected = numbers.indices.filter { !numbers[..<$0].contains(numbers[$0]) }
        #expect(numbers.distinct == expected.map { numbers[$0] }, "\(length) of \(kinds)")
      }
    }
  }
}
