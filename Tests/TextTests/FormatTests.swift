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

  @Test(arguments: [
    (0.1, "0.1"), (2, "2"), (1.0 / 3, "0.3333333333333333"), (1.87815e-45, "1.87815e-45"),
  ])
  func `an exact number reads back to itself`(value: Double, text: String) {
    #expect(Format.exact(value) == text)
    #expect(Double(text) == value)
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
