package import Attack
package import Corpora

/// What a team's own reports say that others do not.
package struct OwnFindings: Sendable {
  /// The reports that only the team has, ascending.
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

  /// `nil` where no report that counts is the team's own.
  package init?(_ corpus: CountedCorpus) {
    let whole = corpus.whole
    let ours = corpus.reports.filter { whole.reports[$0].isInternal }
    guard !ours.isEmpty else { return nil }
    let others = corpus.reports.filter { !whole.reports[$0].isInternal }
    let techniques = whole.reportsOfTechnique.indices
    let (own, other) = (
      Self.totals(ours, whole, techniques), Self.totals(others, whole, techniques)
    )
    reports = ours
    self.techniques = techniques.filter { own[$0] > 0 && other[$0] == 0 }
    pairs = Self.pairs(ours, corpus)
    frequent = techniques.filter { own[$0] > 1 && !others.isEmpty }.map {
      Frequency(
        technique: $0, seen: own[$0],
        expected: Double(other[$0]) * Double(ours.count) / Double(others.count))
    }.filter { Double($0.seen) > $0.expected }
      .sorted { ($1.ratio.ratio, $0.technique) < ($0.ratio.ratio, $1.technique) }
  }

  private static func totals(
    _ reports: [Index<Report>], _ corpus: Corpus, _ techniques: Range<Index<Technique>>
  ) -> IndexedList<Technique, Int> {
    var totals = IndexedList<Technique, Int>(repeating: 0, for: techniques)
    for report in reports {
      for technique in corpus.techniquesOfReport[report] { totals[technique] += 1 }
    }
    return totals
  }

  private static func pairs(_ ours: [Index<Report>], _ corpus: CountedCorpus) -> [Pair] {
    var counts: [[Index<Technique>]: Int] = [:]
    for report in ours {
      let techniques = corpus.whole.techniquesOfReport[report]
      for (position, first) in techniques.enumerated() {
        for second in techniques[(position + 1)...] { counts[[first, second], default: 0] += 1 }
      }
    }
    return counts.filter { pair, count in
      corpus.reports(citing: pair[0], pair[1]).count == count
    }.map { Pair(first: $0[0], second: $0[1], together: $1) }
      .sorted { ($1.together, $0.first, $0.second) < ($0.together, $1.first, $1.second) }
  }
}
