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

  @Test(arguments: [[], [0, -1, 1, -40, 40, -74, 75], [1_000, -70_000]])
  func `numbers of either sign read back from their text`(numbers: [Int]) {
    let read = Self.distances(NumberText.text(ofSigned: numbers)).map { number in
      number.isMultiple(of: 2) ? number / 2 : -(number + 1) / 2
    }
    #expect(read == numbers)
  }

  /// As the scripts read it.
  private static func read(_ text: String) -> [Int] {
    var last = -1
    return distances(text).map { distance in
      last += distance + 1
      return last
    }
  }

  private static func distances(_ text: String) -> [Int] {
    var numbers: [Int] = []
    var (distance, scale) = (0, 1)
    for byte in text.utf8 {
      let code = Int(byte) - 33 - (byte > 34 ? 1 : 0) - (byte > 92 ? 1 : 0)
      distance += scale * code
      scale *= 12
      guard code < 80 else { continue }
      numbers.append(distance)
      (distance, scale) = (0, 1)
    }
    return numbers
  }
}
