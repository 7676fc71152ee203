package import Attack

/// How often the reports that cite one technique cite another.
package protocol CitedPair {
  var partner: Index<Technique> { get }
  /// Reports that cite both (O).
  var together: Int { get }
  /// Reports that cite the technique (n), the base of shares.
  var base: Int { get }
  /// How many would cite both by the sizes of the reports alone (E).
  var expected: Double { get }
  /// Ratio and lower bound (L).
  var ratio: ShrunkenRatio { get }
}

extension Sequence where Element: CitedPair {
  /// Those of most reports first, then by lower bound and by index; at most so many.
  func mostFrequent(_ most: Int = .max) -> [Element] {
    let sorted = sorted {
      (-$0.together, -$0.ratio.lower, $0.partner) < (-$1.together, -$1.ratio.lower, $1.partner)
    }
    return Array(sorted.prefix(most))
  }
}

extension CitedPair {
  /// The share of the technique's reports that also cite the partner; 0 without reports.
  package var share: Double { base == 0 ? 0 : Double(together) / Double(base) }

  /// The share that the sizes of the reports would explain.
  package var expectedShare: Double { base == 0 ? 0 : expected / Double(base) }

  /// The share's 95 % interval; `nil` without reports.
  package var interval: WilsonInterval? { WilsonInterval(together, of: base) }
}

/// How often a technique and a partner are cited together, and how often chance would do that;
/// without a test.
package struct PairRatio: CitedPair, Equatable, Sendable {
  package let partner: Index<Technique>
  package let together: Int
  package let base: Int
  package let expected: Double
  package let ratio: ShrunkenRatio

  package init(partner: Index<Technique>, together: Int, base: Int, expected: Double) {
    self.partner = partner
    self.together = together
    self.base = base
    self.expected = expected
    ratio = ShrunkenRatio(together: together, expected: expected)
  }
}
