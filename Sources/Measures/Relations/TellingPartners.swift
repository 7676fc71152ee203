import Attack

/// The partners that tell most of what else to look for, and those that are common anyway.
///
/// A partner's score is its share times how many times the expected it is: O / n * (O + 5) / (E + 5).
/// So what most reports name stands first only where it is also seen more often than the sizes of
/// the reports explain. The technique's own family is in neither list.
package struct TellingPartners: Sendable {
  /// The highest scores first, of equal ones the first by id; at most as many as a list has.
  ///
  /// Those of three reports or more stand before all others.
  package let leading: [Association]
  /// Common in any intrusion, and left out above; in the same order.
  ///
  /// They are among the most reported techniques, and hardly more frequent here than expected.
  package let common: [Association]

  /// - Parameters:
  ///   - all: the partners of one technique.
  ///   - mostReported: the techniques that most reports cite.
  init(_ all: [Association], mostReported: [Index<Technique>]) {
    let sorted = all.filter { !$0.isFamily }.sorted(by: Self.isBefore)
    let isCommon = { (pair: Association) in
      Self.isJudged(pair) && pair.ratio.ratio < Self.usual && mostReported.contains(pair.partner)
    }
    common = sorted.filter(isCommon)
    leading = Array(sorted.lazy.filter { !isCommon($0) }.prefix(Associations.listLength))
  }

  private static func isBefore(_ a: Association, _ b: Association) -> Bool {
    key(a) < key(b)
  }

  /// Scores are compared by twelve digits after the point: the last bits differ between machines.
  private static func key(_ pair: Association) -> (Int, Double, Index<Technique>) {
    (isJudged(pair) ? 0 : 1, -(pair.tellingScore * 1e12).rounded(), pair.partner)
  }

  private static func isJudged(_ pair: Association) -> Bool {
    pair.together >= Grade.fewestReports
  }

  /// A ratio below this is about the expected.
  private static let usual = 1.1
}

extension CitedPair {
  /// The share times how many times the expected it is.
  package var tellingScore: Double { share * ratio.ratio }
}
