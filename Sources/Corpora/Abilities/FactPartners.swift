import Attack

/// Which techniques give and need which facts, by how many of their procedures.
struct FactPartners {
  typealias Parts = [(fact: EnablingFact, part: EnablingPartner.Part)]

  private var needs: [Index<Technique>: Parts] = [:]
  private var gives: [Index<Technique>: Parts] = [:]
  private var takers: [EnablingFact: [EnablingPartner]] = [:]
  private var givers: [EnablingFact: [EnablingPartner]] = [:]

  init(_ procedures: [Index<Technique>: [EnablingProcedure]]) {
    for (index, procedures) in procedures.sorted(by: { $0.key < $1.key }) {
      let needed = Self.parts(procedures, \.needs)
      let given = Self.parts(procedures, \.gives)
      needs[index] = needed
      gives[index] = given
      for (fact, part) in needed {
        takers[fact, default: []].append(.init(technique: index, part: part))
      }
      for (fact, part) in given {
        givers[fact, default: []].append(.init(technique: index, part: part))
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

  func needs(of technique: Index<Technique>) -> Parts { needs[technique] ?? [] }

  func gives(of technique: Index<Technique>) -> Parts { gives[technique] ?? [] }

  /// Ascending.
  func takers(of fact: EnablingFact) -> [EnablingPartner] { takers[fact] ?? [] }

  /// Ascending.
  func givers(of fact: EnablingFact) -> [EnablingPartner] { givers[fact] ?? [] }
}
