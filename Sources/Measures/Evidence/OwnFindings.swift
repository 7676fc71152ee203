package import Attack
package import Corpora

/// What a team's own reports say that others do not.
package struct OwnFindings: Sendable {
  /// The reports that only the team has and that are known by themselves, ascending.
  package let reports: [Index<Report>]
  /// Techniques that only they name, by id.
  package let techniques: [Index<Technique>]
  /// Pairs that only they name together, those of most reports first, then by ids.
  package let pairs: [Pair]
  /// Techniques that they name more often than the other reports would let expect, the largest ratio first.
  package let frequent: [Frequency]

  /// Two techniques, and how many of the team's reports name both.
  package struct Pair: Equatable, Sendable {
    package let first: Index<Technique>
    package let second: Index<Technique>
    package let together: Int
  }

  /// How often a technique is named in the team's reports.
  package struct Frequency: Equatable, Sendable {
    package let technique: Index<Technique>
    package let seen: Int
    /// In as many of the other reports: their share times the number of the team's.
    package let expected: Double

    /// Near 1 where reports are few.
    package var ratio: ShrunkenRatio { ShrunkenRatio(together: seen, expected: expected) }
  }

  /// How many reports only the team has, those that weighted sets stand for too.
  package let count: Int

  /// `nil` where no report that counts is the team's own.
  ///
  /// - Parameters:
  ///   - corpus: the reports that count.
  ///   - all: how many of them cite each pair.
  package init?(_ corpus: CountedCorpus, _ all: PairCounts) {
    let whole = corpus.whole
    let rows = corpus.rows.filter { whole.reports[$0].isInternal }
    guard !rows.isEmpty else { return nil }
    let own = PairCounts(
      rows: rows.map { whole.techniquesOfReport[$0].map(\.number) },
      columnCount: all.techniques.count, weights: rows.map { whole.reports[$0].weight })
    let others = all.reportCount - own.reportCount
    reports = corpus.reports.filter { whole.reports[$0].isInternal }
    count = own.reportCount
    techniques = all.techniques.filter {
      own.total($0) > 0 && own.total($0) == all.total($0)
    }
    pairs = Self.pairs(own, all)
    frequent = all.techniques.filter { own.total($0) > 1 && others > 0 }.map {
      Frequency(
        technique: $0, seen: own.total($0),
        expected: Double(all.total($0) - own.total($0)) * Double(own.reportCount)
          / Double(others))
    }.filter { Double($0.seen) > $0.expected }
      .sorted { ($1.ratio.ratio, $0.technique) < ($0.ratio.ratio, $1.technique) }
  }

  private static func pairs(_ own: PairCounts, _ all: PairCounts) -> [Pair] {
    let seen = all.techniques.filter { own.total($0) > 0 }
    return seen.enumerated().flatMap { position, first in
      seen[(position + 1)...].compactMap { second in
        let together = own.together(first, second)
        return together > 0 && together == all.together(first, second)
          ? Pair(first: first, second: second, together: together) : nil
      }
    }.sorted { ($1.together, $0.first, $0.second) < ($0.together, $1.first, $1.second) }
  }
}
