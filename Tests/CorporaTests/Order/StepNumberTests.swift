@testable import Corpora
import Testing

struct StepNumberTests {
  @Test func `numbers are compared by value, part by part`() {
    let texts = ["0", "1", "1.0", "1.9", "1.10", "2", " 09 ", "10", "123456789012345678"]
    let numbers = texts.compactMap(StepNumber.init)
    #expect(numbers.count == texts.count && numbers.sorted() == numbers)
    #expect(StepNumber("007") == StepNumber("7"))
  }

  @Test(arguments: [
    "", ".", "1.", ".1", "1..2", "a", "-1", "1,5", "1 2", "٣", "1234567890123456789",
  ])
  func `what is no number is none`(text: String) {
    #expect(StepNumber(text) == nil)
  }
}
