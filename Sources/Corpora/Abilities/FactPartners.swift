import Attack

/// Which techniques need which facts, or else which give them, by how many of their procedures.
struct FactPartners {
  typealias Parts = [(fact: EnablingFact, part: EnablingPartner.Part)]

  private var parts: [Index<Technique>: Parts] = [:]
  /// Ascending.
  private var partners: [EnablingFact: [EnablingPartner]] = [:]

  /// - Parameters:
  ///   - procedures: those of each technique.
  ///   - facts: those that a procedure needs, or those that it gives.
  init(
    _ procedures: [Index<Technique>: [EnablingProcedure]],
    _ facts: (EnablingProcedure) -> [EnablingFact]
  ) {
    for (index, procedures) in procedures.sorted(by: { $0.key < $1.key }) {
      let own = Self.parts(procedures, facts)
      parts[index] = own
      for (fact, part) in own {
        partners[fact, default: []].append(EnablingPartner(technique: index, part: part))
      }
    }
  }

  /// Sorted by fact.
  private static func parts(
    _ procedures: [EnablingProcedure], _ facts: (EnablingProcedure) -> [EnablingFact]
  ) -> Parts {
    let counts = procedures.reduce(into: [EnablingFact: (all: Int, ours: Int)]()) {
      for fact in facts($1) {
        let (all, ours) = $0[fact] ?? (0, 0)
        $0[fact] = (all + 1, ours + ($1.isOwn ? 1 : 0))
      }
    }
    return counts.sorted { $0.key < $1.key }.map {
      ($0.key, .init(count: $0.value.all, of: procedures.count, ours: $0.value.ours))
    }
  }

  /// The facts of a technique, sorted.
  func parts(of technique: Index<Technique>) -> Parts { parts[technique] ?? [] }

  /// The other techniques that a fact has, ascending, and whether it has this one too.
  func partners(
    of fact: EnablingFact, beside technique: Index<Technique>
  ) -> (others: [EnablingPartner], hasItself: Bool) {
    let all = partners[fact] ?? []
    let others = all.filter { $0.technique != technique }
    return (others, others.count < all.count)
  }
}
