import Measures
import Pages
import Testing
@testable import Text

struct FormatTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1762, "1,762"), (1_234_567, "1,234,567"), (-1000, "-1,000"),
  ])
  func `counts are grouped by thousands`(value: Int, text: String) {
    #expect(Format.count(value) == text)
  }

  @Test(arguments: [
    (1.27618, 1, "1.3"), (0.05, 1, "0.1"), (2.5, 0, "3"), (-0.04, 1, "0.0"), (0.005, 2, "0.01"),
    (.nan, 1, "–"), (.infinity, 1, "–"),
  ])
  func `decimals are rounded half away from nought`(value: Double, digits: Int, text: String) {
    #expect(Format.decimal(value, digits) == text)
  }

  @Test(arguments: [(0, "0"), (0.004, "<1"), (0.506, "51"), (0.996, ">99"), (1, "100")])
  func `a percentage is 0 or 100 only where it is`(share: Double, text: String) {
    #expect(Format.percent(share) == text)
  }

  @Test(arguments: [(1.2762, 1, "1.2"), (2.9999, 1, "2.9"), (0.996, 2, "0.99"), (3, 1, "3.0")])
  func `what is sure is never rounded up`(lower: Double, digits: Int, text: String) {
    #expect(Format.bound(lower, digits) == text)
  }

  @Test func `a grade has its words`() {
    #expect(Format.times(1.5653, atLeast: 1.276, .firm) == "at least 1.2×")
    #expect(Format.times(1.2, atLeast: 1.049, .firm) == "at least 1.04×")
    #expect(Format.times(1.2, atLeast: 1.0009, .firm) == "above 1×")
    #expect(Format.times(1.5653, atLeast: 0.93, .possible) == "possibly 1.6×")
    #expect(Format.times(0.98, atLeast: 0.7, .weak) == "about 1.0×")
    #expect(Format.times(0.98, atLeast: 0.7, nil) == "about 1.0×")
  }

  @Test(arguments: [
    (0.1, "0.1"), (2, "2"), (1.0 / 3, "0.3333333333333333"), (1.87815e-45, "1.87815e-45"),
  ])
  func `an exact number reads back to itself`(value: Double, text: String) {
    #expect(Format.exact(value) == text)
    #expect(Double(text) == value)
  }

  @Test(arguments: [
    (1.0 / 3, "0.333333333"), (0.012_345_678_912, "0.0123456789"), (2.0 / 3 + 1, "1.666666667"),
    (123.456_789_012_34, "123.456789012"), (2.0, "2"), (0.0, "0"),
  ])
  func `a fine number has nine digits, and as many after the point`(value: Double, text: String) {
    #expect(Format.fine(value) == text)
  }

  @Test(arguments: [
    ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
  ])
  func `lists read as sentences`(words: [String], text: String) {
    #expect(Format.list(words) == text)
  }

  @Test(arguments: [
    (0.0109731, "0.011"), (1.87815e-45, "1.9e-45"), (0, "0.000"), (0.00121, "0.001"),
    (9.99e-4, "1.0e-3"),
  ])
  func `small probabilities keep their size`(value: Double, text: String) {
    #expect(Format.scientific(value) == text)
  }
}
