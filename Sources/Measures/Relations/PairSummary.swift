/// All pairs of the corpus at a glance: how many are seen, and which stand out.
package struct PairSummary: Sendable {
  /// Pairs that some report cites together.
  package private(set) var seen = 0
  /// Pairs of different families that may stand out.
  package private(set) var possible = 0
  /// Pairs of different families that firmly stand out, the highest lower bound first.
  package private(set) var firm: [Pair] = []

  /// A technique, and its relation to the other one.
  package typealias Pair = (technique: Int, association: Association)

  package init(_ associations: Associations) {
    let counts = associations.counts
    let cited = associations.ids.indices.filter { counts.total($0) > 0 }
    for (place, a) in cited.enumerated() {
      for b in cited[(place + 1)...] where counts.together(a, b) > 0 {
        add(a, associations[a, b])
      }
    }
    firm.sort {
      ($1.association.ratio.lower, $0.technique) < ($0.association.ratio.lower, $1.technique)
    }
  }

  private mutating func add(_ technique: Int, _ association: Association) {
    seen += 1
    guard !association.isFamily else { return }
    switch association.grade {
    case .possible: possible += 1
    case .firm: firm.append((technique, association))
    default: break
    }
  }
}
