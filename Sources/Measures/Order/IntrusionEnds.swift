package import Attack

/// With which techniques an intrusion begins, and to which it leads, in every matrix.
package struct IntrusionEnds: Equatable, Sendable {
  /// Techniques of the tactic `initial-access`.
  package let initialAccess: Set<Index<Technique>>
  /// Techniques of the tactic `impact`.
  package let impact: Set<Index<Technique>>

  package init(initialAccess: Set<Index<Technique>>, impact: Set<Index<Technique>>) {
    self.initialAccess = initialAccess
    self.impact = impact
  }

  package init(_ knowledge: Knowledge) {
    let techniques = { (shortname: String) in
      let tactics = knowledge.tactics.indices.filter {
        knowledge.tactics[$0].shortname == shortname
      }
      return Set(tactics.flatMap { knowledge.techniquesOfTactic[$0] })
    }
    self.init(initialAccess: techniques("initial-access"), impact: techniques("impact"))
  }
}
