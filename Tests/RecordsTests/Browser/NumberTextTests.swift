import Testing
@testable import Pages
@testable import Records

struct NumberTextTests {
  @Test(
    arguments: [
      [], [0], [0, 1, 2], [79], [80], [91, 92], [1_039], [1_040], [3, 84, 2_500, 70_000, 70_001],
    ])
  func `numbers read back from their text`(numbers: [Int]) {
    let text = NumberText.text(of: numbers)
    #expect(Self.read(text) == numbers)
    #expect(text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C })
  }

  @Test func `a near number takes one character`() {
    #expect(NumberText.text(of: [0, 1, 80]) == "!!q")
  }

  /// As the scripts read it.
  private static func read(_ text: String) -> [Int] {
    var numbers: [Int] = []
    var (last, distance, scale) = (-1, 0, 1)
    for byte in text.utf8 {
      let code = Int(byte) - 33 - (byte > 34 ? 1 : 0) - (byte > 92 ? 1 : 0)
      distance += scale * code
      scale *= 12
      guard code < 80 else { continue }
      last += distance + 1
      numbers.append(last)
      (distance, scale) = (0, 1)
    }
    return numbers
  }
}
