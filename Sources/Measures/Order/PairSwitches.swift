import Attack

/// Directed pairs drawn by chance: each technique is a first and a second as often as in the real ones.
///
/// Two pairs switch their seconds, again and again; where that would give a pair that is there already, one of a
/// technique with itself or one within a family, all stays as it is, and the step counts. So every set of pairs that
/// switches lead to is equally likely. Joining loose ends at random and mending what must not be would favour some of
/// them. A hundred tries a pair come before the first draw, and one a pair before each other: on average two for each
/// of its ends.
///
/// Source: R. Milo, N. Kashtan, S. Itzkovitz, M. E. J. Newman, U. Alon, "On the uniform generation of random graphs
/// with prescribed degree sequences", arXiv:cond-mat/0312028 (2003).
struct PairSwitches {
  /// How many of the pairs have which traits.
  private(set) var counts = PairTraits.Counts()
  private var pairs: [(first: Int, second: Int)] = []
  /// A row for each technique that is a first, a column for each that is a second.
  private let traits: [PairTraits]
  private var isTaken: [Bool]
  private let width: Int

  /// - Parameters:
  ///   - real: each once, none excluded.
  ///   - associations: of the counted reports.
  init(_ real: [DirectedPair], _ associations: Associations) {
    let firsts = Set(real.map(\.first)).sorted()
    let seconds = Set(real.map(\.second)).sorted()
    let rows = Dictionary(uniqueKeysWithValues: zip(firsts, firsts.indices))
    let columns = Dictionary(uniqueKeysWithValues: zip(seconds, seconds.indices))
    width = seconds.count
    traits = firsts.flatMap { first in seconds.map { PairTraits(first, $0, associations) } }
    isTaken = Array(repeating: false, count: traits.count)
    for pair in real {
      guard let first = rows[pair.first], let second = columns[pair.second] else { continue }
      pairs.append((first, second))
      take(first, second)
    }
  }

  private mutating func take(_ first: Int, _ second: Int) {
    isTaken[first * width + second] = true
    counts.add(traits[first * width + second], 1)
  }

  private mutating func leave(_ first: Int, _ second: Int) {
    isTaken[first * width + second] = false
    counts.add(traits[first * width + second], -1)
  }

  /// The counts of pairs drawn so many times.
  mutating func draw(_ draws: Int, seed: UInt64) -> [PairTraits.Counts] {
    var random = SplitMix64(seed: seed)
    for _ in 0..<(Self.triesAtFirst * pairs.count) { trySwitch(&random) }
    return (0..<draws).map { _ in
      for _ in pairs.indices { trySwitch(&random) }
      return counts
    }
  }

  private mutating func trySwitch(_ random: inout SplitMix64) {
    let (one, other) = (random.index(below: pairs.count), random.index(below: pairs.count))
    let (first, second) = (pairs[one], pairs[other])
    guard isFree(first.first, second.second), isFree(second.first, first.second) else { return }
    leave(first.first, first.second)
    leave(second.first, second.second)
    take(first.first, second.second)
    take(second.first, first.second)
    pairs[one].second = second.second
    pairs[other].second = first.second
  }

  /// Whether a pair may be drawn and is not there; of two pairs with an end in common neither is.
  private func isFree(_ first: Int, _ second: Int) -> Bool {
    let cell = first * width + second
    return !isTaken[cell] && !traits[cell].contains(.excluded)
  }

  /// For each pair.
  private static let triesAtFirst = 100
}
