package import Attack

/// A pair of techniques, from the one that the association is of.
package struct TechniquePair: Equatable, Sendable {
  package let technique: Index<Technique>
  package let association: Association

  package init(technique: Index<Technique>, association: Association) {
    self.technique = technique
    self.association = association
  }
}

/// All pairs of the counted reports in summary: how many are seen, and which stand out most.
package struct PairSummary: Sendable {
  /// Pairs that some report cites together.
  package let seen: Int
  /// Pairs of different families that may stand out.
  package let possible: Int
  /// The firm pairs of different families, from the smaller index, the highest lower bound first.
  package let firm: [TechniquePair]
  /// What all pairs of cited techniques sum to: counts, and expected counts.
  package let sums: (together: Int, expected: Double)
  /// The firmest pair, else the one in most reports; from the technique of more reports.
  package let example: TechniquePair?

  /// - Parameters:
  ///   - associations: of the counted reports.
  ///   - lists: the partners of each technique.
  init(_ associations: Associations, _ lists: IndexedList<Technique, PartnerLists>) {
    var (seen, possible) = (0, 0)
    var firm: [TechniquePair] = []
    for (technique, list) in lists.indexed() {
      for pair in list.all where pair.partner > technique {
        seen += 1
        guard !pair.isFamily else { continue }
        if pair.grade == .possible { possible += 1 }
        if pair.grade == .firm {
          firm.append(TechniquePair(technique: technique, association: pair))
        }
      }
    }
    firm.sort { ($1.lower, $0.technique, $0.partner) < ($0.lower, $1.technique, $1.partner) }
    self.seen = seen
    self.possible = possible
    self.firm = firm
    sums = Self.sums(associations)
    example = (firm.first ?? Self.mostReported(lists)).map { pair in
      associations.counts.total(pair.technique) >= associations.counts.total(pair.partner)
        ? pair
        : TechniquePair(
          technique: pair.partner, association: associations[pair.partner, pair.technique])
    }
  }

  private static func sums(_ associations: Associations) -> (together: Int, expected: Double) {
    let cited = associations.ids.indices.filter { associations.counts.total($0) > 0 }
    var (together, expected) = (0, 0.0)
    for (index, a) in cited.enumerated() {
      for b in cited[(index + 1)...] {
        together += associations.counts.together(a, b)
        expected += associations.expected.mean(a, b)
      }
    }
    return (together, expected)
  }

  /// Of equally many reports the pair of the first technique.
  private static func mostReported(
    _ lists: IndexedList<Technique, PartnerLists>
  ) -> TechniquePair? {
    let pairs = lists.indexed().compactMap { technique, list in
      list.seenMostOften.first.map { TechniquePair(technique: technique, association: $0) }
    }
    return pairs.max {
      ($0.association.together, $1.technique) < ($1.association.together, $0.technique)
    }
  }
}

extension TechniquePair {
  fileprivate var partner: Index<Technique> { association.partner }
  fileprivate var lower: Double { association.ratio.lower }
}
