import Attack

/// How many of some directed pairs the counts of reports set apart, beside as many pairs drawn by chance.
///
/// Pairs count whose techniques are both cited and of different families.
package struct PairAgreement: Equatable, Sendable {
  package let firm: Share
  /// Firm or possible.
  package let standingOut: Share
  /// In more reports together than their sizes explain.
  package let aboveExpected: Share

  /// Some of the pairs.
  package struct Share: Equatable, Sendable {
    package let count: Int
    package let of: Int
    /// `nil` if there is no pair.
    package let interval: WilsonInterval?
    /// How many it would be by chance; `nil` if there is no pair.
    package let chance: Chance?
  }

  /// A count over many draws.
  package struct Chance: Equatable, Sendable {
    package let mean: Double
    /// The middle 95 % of the draws.
    package let range: ClosedRange<Int>
  }

  /// - Parameters:
  ///   - pairs: each once.
  ///   - associations: of the counted reports.
  ///   - draws: how many times pairs are drawn.
  ///   - seed: of the numbers drawn.
  package init(
    _ pairs: [DirectedPair], _ associations: Associations, draws: Int = 1000, seed: UInt64 = 2018
  ) {
    let judged = pairs.filter { pair in
      associations.total(pair.first) > 0 && associations.total(pair.second) > 0
        && !associations.isFamily(pair.first, pair.second)
    }
    var switches = PairSwitches(judged, associations)
    let real = switches.counts
    let chance = judged.isEmpty ? [] : switches.draw(draws, seed: seed)
    let share = { (count: (PairTraits.Counts) -> Int) in
      Share(
        count: count(real), of: judged.count,
        interval: WilsonInterval(count(real), of: judged.count),
        chance: Chance(chance.map(count)))
    }
    firm = share(\.firm)
    standingOut = share(\.standingOut)
    aboveExpected = share(\.aboveExpected)
  }
}

extension PairAgreement.Chance {
  fileprivate init?(_ counts: [Int]) {
    let sorted = counts.sorted()
    guard let middle = sorted.middle95 else { return nil }
    mean = Double(sorted.reduce(0, +)) / Double(sorted.count)
    range = middle
  }
}
