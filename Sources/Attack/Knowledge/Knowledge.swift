import Text

/// The live objects of one or several ATT&CK bundles, resolved and in a fixed order.
package struct Knowledge: Sendable {
  /// One of each domain.
  package let releases: [Release]
  /// The domains that are loaded, in their order.
  package let domains: [Domain]
  /// In matrix order, domain by domain.
  package let tactics: IndexedList<Tactic, Tactic>
  /// By id.
  package let techniques: IndexedList<Technique, Technique>
  /// Groups, software, campaigns; each by id.
  package let actors: IndexedList<Actor, Actor>
  /// By the relationship's id.
  package let uses: [Use]
  /// Campaigns and the groups that they are attributed to.
  package let attributions: [Attribution]
  /// For each technique where it shows, in `Detection`'s order.
  package let traces: IndexedList<Technique, [Detection]>
  /// For each technique how ATT&CK would detect it, by id; from v18 on.
  package let strategies: IndexedList<Technique, [DetectionStrategy]>
  /// For each technique what ATT&CK advises against it, by id.
  package let mitigations: IndexedList<Technique, [Mitigation]>
  package let retired: [RetiredObject]
  /// The statements of the bundles' marking definitions.
  package let copyright: [String]
  package let notices: [Notice]

  /// A team's own forms of technique ids.
  package let patterns: IDPatterns
  /// The last in which what ATT&CK cites can have been; `nil` if no object has a date.
  package let lastYear: Int?

  /// For each technique its sub-techniques, ascending.
  package let subsOfTechnique: IndexedList<Technique, [Index<Technique>]>
  /// For each tactic its techniques, ascending.
  package let techniquesOfTactic: IndexedList<Tactic, [Index<Technique>]>
  /// For each actor the software that it uses, ascending.
  package let softwareOfActor: IndexedList<Actor, [Index<Actor>]>
  /// For each actor the actors that use it, ascending.
  package let usersOfActor: IndexedList<Actor, [Index<Actor>]>
}

extension Knowledge {
  /// Of the newest release that has a date: `2025-11-13`.
  package var newestDate: String? { releases.compactMap(\.date).max() }

  /// Reads bundles in their order.
  ///
  /// 1. Merge objects by STIX id. 2. Follow successors. 3. Order tactics by the matrices.
  /// 4. Take the live techniques and actors. 5. Resolve the relations between them. 6. Find
  /// where techniques show, and what is advised against them. 7. Keep the retired, for the pages that lead on.
  ///
  /// - Parameters:
  ///   - given: the bundles.
  ///   - version: the release of those that do not name theirs.
  ///   - patterns: a team's own forms of ids.
  package init(_ given: [StixBundle], version: String? = nil, patterns: IDPatterns = .none) {
    let releases = ReleaseReader(given, version: version)
    let store = ObjectStore(releases.bundles, releases.members)
    let successions = RevocationChains(store)
    let board = TacticReader(store)
    lastYear = releases.lastYear(newest: store.newestYear)
    let catalogue = Catalogue(store, board, patterns, lastYear: lastYear)
    let ((relations, mitigations, veterans), traces) = atOnce {
      (
        RelationReader(store, successions, catalogue),
        MitigationReader(store, successions, catalogue),
        RetirementReader(store, successions, catalogue, patterns)
      )
    } and: {
      DetectionReader(store, successions, catalogue)
    }
    self.releases = releases.releases
    self.patterns = patterns
    domains = Set(releases.releases.map(\.domain) + relations.techniques.map(\.domain)).sorted()
    tactics = board.tactics
    techniques = relations.techniques
    actors = catalogue.actors
    uses = relations.uses
    attributions = relations.attributions
    self.traces = traces.traces
    strategies = traces.strategies
    self.mitigations = mitigations.mitigations
    retired = veterans.retired
    copyright = releases.copyright
    notices =
      releases.bundles.flatMap(\.notices) + store.notices + releases.notices + board.notices
      + catalogue.notices + relations.notices + traces.notices + mitigations.notices
      + veterans.notices
    subsOfTechnique = techniques.grouped(into: techniques.indices) { $0.parent.map { [$0] } ?? [] }
    techniquesOfTactic = techniques.grouped(into: tactics.indices, by: \.tactics)
    (softwareOfActor, usersOfActor) = Self.employments(uses, among: actors.indices)
  }
}

extension Knowledge {
  private static func employments(
    _ uses: [Use], among actors: Range<Index<Actor>>
  ) -> (
    used: IndexedList<Actor, [Index<Actor>]>, users: IndexedList<Actor, [Index<Actor>]>
  ) {
    var used = IndexedList<Actor, Set<Index<Actor>>>(repeating: [], for: actors)
    var users = used
    for use in uses {
      guard case .actor(let target) = use.target else { continue }
      used[use.actor].insert(target)
      users[target].insert(use.actor)
    }
    return (used.mapValues { $0.sorted() }, users.mapValues { $0.sorted() })
  }

  /// For each technique its id as ATT&CK writes it.
  package var techniqueIDs: IndexedList<Technique, String> {
    techniques.mapValues(\.id.description)
  }

  /// The names of a technique's tactics, in matrix order.
  package func tacticNames(_ technique: Index<Technique>) -> [String] {
    techniques[technique].tactics.map { tactics[$0].name }
  }

  /// `Command and Scripting Interpreter: PowerShell`.
  package func fullName(_ technique: Index<Technique>) -> String {
    let own = techniques[technique]
    return (own.parent.map { techniques[$0].name + ": " } ?? "") + own.name
  }

  /// The groups that a campaign is attributed to, ascending.
  package func groups(of campaign: Index<Actor>) -> [Index<Actor>] {
    Set(attributions.filter { $0.campaign == campaign }.map(\.group)).sorted()
  }

  /// The campaigns that are attributed to a group, ascending.
  package func campaigns(of group: Index<Actor>) -> [Index<Actor>] {
    Set(attributions.filter { $0.group == group }.map(\.campaign)).sorted()
  }
}
