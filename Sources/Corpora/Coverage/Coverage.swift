package import Attack

/// What a team says that it can detect, by technique, over all files that say so.
package struct Coverage: Sendable {
  /// For each technique its state.
  package let states: IndexedList<Technique, State>
  /// The names of the files' layers, in their order.
  package let names: [String]
  /// The newest ATT&CK release that any of them says it was made for; `nil` if none says.
  package let attack: String?
  /// Those of them that were made for a newer release than the site's: their names, and for which.
  package let newer: [(name: String, attack: String)]
  /// Files of domains that are not loaded, which say nothing here: their names and domains.
  package let otherDomains: [(name: String, domain: String)]
  /// Old ids, and the live techniques that they lead to.
  package let followed: [String: Index<Technique>]
  /// What is no live technique, and where it is named.
  package let unknown: [(name: String, TeamReport.Unknown)]

  /// How far a technique is covered.
  package enum State: String, CaseIterable, Sendable {
    case covered
    /// Not by itself: only the technique of which it is a sub-technique.
    case parentOnly = "parent only"
    case uncovered = "not covered"
  }

  /// - Parameters:
  ///   - files: what the team says.
  ///   - least: the score from which on a technique is covered.
  ///   - knowledge: the techniques.
  ///   - resolver: of the same releases.
  package init(
    _ files: [CoverageFile], from least: Double = 1, _ knowledge: Knowledge,
    _ resolver: TechniqueResolver
  ) {
    var covered: Set<Index<Technique>> = []
    var followed: [String: Index<Technique>] = [:]
    var unknown: [(String, TeamReport.Unknown)] = []
    let (files, others) = Self.split(files, knowledge)
    for file in files {
      for entry in file.entries {
        guard let score = entry.score, score >= least else { continue }
        for id in TechniqueText(entry.text, resolver.patterns).found {
          switch resolver.resolve(id) {
          case .live(let index): covered.insert(index)
          case .followed(let old, let index):
            covered.insert(index)
            followed[old] = index
          case .unknown(let technique):
            unknown.append((file.name, .init(technique: technique, place: entry.place)))
          }
        }
      }
    }
    states = IndexedList(for: knowledge.techniques.indices) { index in
      if covered.contains(index) { return .covered }
      return knowledge.techniques[index].parent.map(covered.contains) ?? false
        ? .parentOnly : .uncovered
    }
    names = files.map(\.name)
    attack = files.compactMap(\.attack).max { (Int($0) ?? 0) < (Int($1) ?? 0) }
    let own = knowledge.releases.compactMap(\.major).compactMap { Int($0) }.max()
    newer = files.compactMap { file in
      guard let attack = file.attack, let number = Int(attack), let own, number > own
      else { return nil }
      return (file.name, attack)
    }
    otherDomains = others.map { ($0.name, $0.domain?.name ?? "") }
    self.followed = followed
    self.unknown = unknown
  }

  /// Files of the domains that are loaded, or that name none, and the others.
  private static func split(
    _ files: [CoverageFile], _ knowledge: Knowledge
  ) -> (own: [CoverageFile], others: [CoverageFile]) {
    let isOwn = { (file: CoverageFile) in file.domain.map(knowledge.domains.contains) ?? true }
    return (files.filter(isOwn), files.filter { !isOwn($0) })
  }

  /// The techniques of a state, ascending.
  package func techniques(_ state: State) -> [Index<Technique>] {
    states.indices.filter { states[$0] == state }
  }
}
