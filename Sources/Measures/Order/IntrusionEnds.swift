package import Attack

/// With which techniques an intrusion begins, and to which it leads, in every matrix.
package struct IntrusionEnds: Equatable, Sendable {
  /// Techniques of the tactic `initial-access`.
  package let initialAccess: Set<Index<Technique>>
  /// Techniques of the tactic `impact`.
  package let impact: Set<Index<Technique>>
  /// Techniques that are of no other tactics than those up to `initial-access`.
  package let early: Set<Index<Technique>>
  /// Techniques that are of no other tactic than `impact`.
  package let late: Set<Index<Technique>>

  package init(
    initialAccess: Set<Index<Technique>>, impact: Set<Index<Technique>>,
    early: Set<Index<Technique>> = [], late: Set<Index<Technique>> = []
  ) {
    self.initialAccess = initialAccess
    self.impact = impact
    self.early = early
    self.late = late
  }

  package init(_ knowledge: Knowledge) {
    let indices = knowledge.techniques.indices
    let names = indices.map { index in
      Set(knowledge.techniques[index].tactics.map { knowledge.tactics[$0].shortname })
    }
    let named = { (isWanted: (Set<String>) -> Bool) in
      Set(zip(indices, names).filter { isWanted($1) }.map(\.0))
    }
    self.init(
      initialAccess: named { $0.contains(Self.access) }, impact: named { $0.contains(Self.impact) },
      early: named { !$0.isEmpty && $0.isSubset(of: Self.opening) },
      late: named { $0 == [Self.impact] })
  }

  private static let access = "initial-access"
  private static let impact = "impact"
  private static let opening: Set = ["reconnaissance", "resource-development", access]
}
