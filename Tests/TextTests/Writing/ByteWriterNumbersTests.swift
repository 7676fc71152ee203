import Foundation
import Testing
import Text

struct ByteWriterNumbersTests {
  private static func written(_ write: (inout ByteWriter) -> Void) -> String {
    var writer = ByteWriter(capacity: 0)
    write(&writer)
    return writer.text
  }

  private static func printed(_ format: String, _ arguments: any CVarArg...) -> String {
    withVaList(arguments) { list in
      var room = [CChar](repeating: 0, count: 400)
      let length = vsnprintf(&room, room.count, format, list)
      return String(decoding: room.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  @Test(arguments: [0, 1, 9, 10, 99, 100, 999, 1000, -1, -1000, 1_000_000, .max, .min])
  func `an integer is written as it is, and in thousands`(number: Int) {
    #expect(Self.written { $0.integer(number) } == String(number))
    let grouped = Self.written { $0.count(number) }
    #expect(grouped.replacing(",", with: "") == String(number))
    let parts = grouped.drop { $0 == "-" }.split(separator: ",")
    #expect(parts.dropFirst().allSatisfy { $0.count == 3 } && parts[0].count <= 3)
  }

  @Test(
    arguments: [
      (7, 3, "007"), (1234, 3, "1234"), (0, 0, "0"), (.max, 25, "0000018446744073709551615"),
    ] as [(UInt64, Int, String)])
  func `digits have zeros before them up to a width`(number: UInt64, width: Int, text: String) {
    #expect(Self.written { $0.digits(number, atLeast: width) } == text)
  }

  /// Doubles of every kind: from all bits, from shares and ratios as they occur, and near to halves.
  private static func sample(_ count: Int) -> [Double] {
    var random = Dice(state: 20_260_102)
    return edges
      + (0..<count).map { number in
        switch number % 6 {
        case 0: return Double(bitPattern: random.next())
        case 1:
          let base = Int.random(in: 1...2000, using: &random)
          return Double(Int.random(in: 0...base, using: &random)) / Double(base)
        case 2: return Double.random(in: 0..<100, using: &random)
        case 3: return pow(10, Double.random(in: -60..<25, using: &random))
        case 4:
          // Five after the last digit that is kept, and its neighbours.
          let digits = Int.random(in: 0...9_999_999, using: &random) * 10 + 5
          let value = Double(digits) / pow(10, Double(Int.random(in: 0...12, using: &random)))
          return [value, value.nextUp, value.nextDown][number / 6 % 3]
        default:
          return Double(Int.random(in: 0...1 << 20, using: &random))
            / Double(1 << (number / 6 % 20))
        }
      }
  }

  private static let edges: [Double] =
    [
      0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .leastNormalMagnitude,
      .greatestFiniteMagnitude, .pi, .ulpOfOne, 9.5, 99.5, 0.5, 1.5, 2.5, 9.999_5, 9999.5, 99_995,
      0.000_099_995, 0.0001, 0.000_099_999_999_9, 999_999_999.5, 1e15, 1e16, 1e21, 1e22, 1e23,
      .leastNonzeroMagnitude,
    ]
    + (-30...30).flatMap { power in
      let ten = pow(10, Double(power))
      return [ten, ten.nextUp, ten.nextDown, ten * 9.999_5, ten * 0.5, -ten]
    }

  @Test func `significant digits are those of printf`() {
    for (index, value) in Self.sample(400_000).enumerated() {
      for digits in [4, 9, 1 + index % 20] {
        let (ours, theirs) = (
          Self.written { $0.significant(value, digits) }, Self.printed("%.*g", digits, value)
        )
        if ours != theirs { Issue.record("\(value) to \(digits): \(ours), not \(theirs)") }
      }
    }
  }

  private static let fine: [(Double, String)] = [
    (1.0 / 3, "0.333333333"), (0.012_345_678_912, "0.0123456789"), (2.0 / 3 + 1, "1.666666667"),
    (123.456_789_012_34, "123.456789012"), (2.0, "2"), (0.0, "0"), (-0.25, "-0.25"),
    (12_345_678.123_456_789, "12345678.123456789"), (1e-12 / 3, "3.33333333e-13"),
  ]

  @Test(arguments: fine)
  func `a fine number has nine digits, and as many after the point`(value: Double, text: String) {
    #expect(Self.written { $0.fine(value) } == text)
  }

  @Test func `a fine number is what printf makes of as many digits`() {
    for value in Self.sample(200_000) where abs(value) < 1e9 {
      let whole = abs(value) < 1 ? 0 : String(Int(abs(value))).count
      let (ours, theirs) = (
        Self.written { $0.fine(value) }, Self.printed("%.*g", 9 + whole, value)
      )
      if ours != theirs { Issue.record("\(value): \(ours), not \(theirs)") }
    }
  }

  @Test func `decimals are those of printf, but for halves, which go away from nought`() {
    for value in Self.sample(300_000) where abs(value) < 1e9 {
      for digits in 0...5 {
        let scaled = abs(value) * Double((0..<digits).reduce(1) { scale, _ in scale * 10 })
        let isHalf = scaled - scaled.rounded(.down) == 0.5
        guard !isHalf else { continue }
        let ours = Self.written { $0.decimal(value, digits) }
        let theirs = Self.printed("%.*f", digits, value)
        // The product may round up to a half that the number itself is not.
        let isSame = ours == theirs || theirs.hasPrefix("-") && Double(theirs) == 0
        if !isSame { Issue.record("\(value) to \(digits): \(ours), not \(theirs)") }
      }
    }
    #expect(Self.written { $0.decimal(2.5, 0) } == "3")
    #expect(Self.written { $0.decimal(-2.5, 0) } == "-3")
    #expect(Self.written { $0.decimal(-0.04, 1) } == "0.0")
    #expect(Self.written { $0.decimal(.nan, 1) } == "–")
  }

  @Test func `an exact number reads back to itself`() {
    for value in Self.sample(200_000) where value.isFinite {
      let text = Self.written { $0.exact(value) }
      if Double(text) != value || text.hasSuffix(".0") { Issue.record("\(value): \(text)") }
    }
  }

  @Test(
    arguments: [
      (0, "0", "0.0"), (0.0004, "<1", "<0.1"), (0.004, "<1", "0.4"), (0.01, "1", "1.0"),
      (0.506, "51", "50.6"), (0.996, ">99", "99.6"), (0.9996, ">99", ">99.9"), (1, "100", "100.0"),
    ] as [(Double, String, String)])
  func `a percentage is 0 or 100 only where it is`(share: Double, whole: String, fine: String) {
    #expect(Self.written { $0.percent(share) } == whole)
    #expect(Self.written { $0.finePercent(share) } == fine)
  }
}

/// The same numbers every time.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let mixed = (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ (mixed >> 33)
  }
}
