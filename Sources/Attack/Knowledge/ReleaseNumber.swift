/// The number of a release, as it is written: `18.1`, `11.0-beta`.
package struct ReleaseNumber: Comparable, Sendable {
  private let numbers: [Int]
  /// What comes before the release of that number; `nil` of the release itself.
  private let stage: String?

  /// Reads the whole of a text; `nil` for what is no number of a release.
  package init?(_ text: String) {
    guard let found = text.wholeMatch(of: /([0-9]{1,9}(?:\.[0-9]{1,9})*)(?:-([A-Za-z0-9.]{1,20}))?/)
    else { return nil }
    var numbers = found.1.split(separator: ".").compactMap { Int($0) }
    // 18 and 18.0 are one.
    while numbers.last == 0, numbers.count > 1 { numbers.removeLast() }
    self.numbers = numbers
    stage = found.2.map(String.init)
  }

  /// Whether it is not the release itself, but what comes before it: `11.0-beta`.
  package var isBeta: Bool { stage != nil }

  /// 18 of `18.1`.
  package var major: Int { numbers[0] }

  package static func < (left: ReleaseNumber, right: ReleaseNumber) -> Bool {
    guard left.numbers == right.numbers else {
      return left.numbers.lexicographicallyPrecedes(right.numbers)
    }
    switch (left.stage, right.stage) {
    case (let one?, let other?): return isEarlier(one, other)
    case (_?, nil): return true
    case (nil, _): return false
    }
  }

  /// By the parts between the full stops: numbers as numbers, `beta.2` before `beta.10`.
  private static func isEarlier(_ left: String, _ right: String) -> Bool {
    let (one, other) = (left.split(separator: "."), right.split(separator: "."))
    guard let pair = zip(one, other).first(where: { $0 != $1 }) else {
      return one.count < other.count
    }
    if let number = Int(pair.0), let otherNumber = Int(pair.1) { return number < otherNumber }
    return pair.0 < pair.1
  }
}
