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
    let (files, others) = Self.split(files, knowledge)
    let named = CoverageTechniques(files, from: least, resolver)
    states = IndexedList(for: knowledge.techniques.indices) { index in
      if named.covered.contains(index) { return .covered }
      return knowledge.techniques[index].parent.map(named.covered.contains) ?? false
        ? .parentOnly : .uncovered
    }
    names = files.map(\.name)
    attack = files.compactMap(\.attack).max { (Int($0) ?? 0) < (Int($1) ?? 0) }
    newer = Self.newer(files, knowledge)
    otherDomains = others.map { ($0.name, $0.domain?.name ?? "") }
    followed = named.followed
    unknown = named.unknown
  }

  /// Those that were made for a newer release.
  private static func newer(
    _ files: [CoverageFile], _ knowledge: Knowledge
  ) -> [(name: String, attack: String)] {
    let own = knowledge.releases.compactMap(\.major).compactMap { Int($0) }.max()
    return files.compactMap { file in
      guard let attack = file.attack, let number = Int(attack), let own, number > own
      else { return nil }
      return (file.name, attack)
    }
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
