/// What abilities of CALDERA need and give, as procedures in our own form.
///
/// 1. An ability needs what its commands are filled with. It gives what its parsers read from the
///    output, less what it needs itself.
/// 2. A requirement needs a relation, which a parser with the same source and relation gives.
/// 3. If some ability that gives a needed relation newly brings in one of its ends, the plain need for
///    that end is dropped: who has the relation has the end.
/// 4. Facts that tie nothing together are left out; two names of one fact are made one.
package struct AbilityImport {
  private let abilities: [Ability]
  /// What each relation's givers newly bring in.
  private let broughtIn: [EnablingFact: Set<EnablingFact>]

  /// - Parameters:
  ///   - abilities: all of them at once, since by rule 3 each depends on the others.
  ///   - aliases: other names of facts, and the names that stand for both.
  package init(_ abilities: [Ability], aliases: [String: String] = Self.aliases) {
    self.abilities = abilities.map { $0.renaming(aliases) }
    var broughtIn: [EnablingFact: Set<EnablingFact>] = [:]
    for ability in self.abilities {
      for relation in ability.parsed.compactMap(\.relation) {
        broughtIn[relation, default: []].formUnion(ability.read)
      }
    }
    self.broughtIn = broughtIn
  }

  /// CALDERA's abilities have two names for that of another host.
  package static let aliases = ["remote.host.name": "remote.host.fqdn"]

  /// What is on every host, or serves only two abilities that belong together.
  private static let leftOut: Set = [
    "host.user.name", "host.system.path", "host.print.file", "host.chrome.bookmark_title",
  ]

  package var capabilities: Capabilities {
    let procedures = abilities.map(procedure)
    let facts = Set(procedures.flatMap { $0.needs + $0.gives })
    return Capabilities(
      titles: Dictionary(uniqueKeysWithValues: facts.map { ($0, Self.title(of: $0)) }),
      procedures: procedures)
  }

  private func procedure(_ ability: Ability) -> EnablingProcedure {
    let relations = Set(ability.required.compactMap(\.relation))
    var needs = ability.consumed
    for link in ability.required {
      let new = link.relation.flatMap { broughtIn[$0] } ?? []
      needs.subtract(new.intersection(link.ends))
    }
    needs.formUnion(relations)
    let gives = ability.read.union(ability.parsed.compactMap(\.relation)).subtracting(needs)
    return EnablingProcedure(
      technique: ability.technique, name: ability.name,
      platforms: ability.platforms.map { Self.platforms[$0.lowercased()] ?? $0 },
      needs: needs.filter(Self.isKept), gives: gives.filter(Self.isKept),
      source: "CALDERA ability \(ability.id)", place: ability.place)
  }

  private static func isKept(_ fact: EnablingFact) -> Bool { !leftOut.contains(fact.name) }

  /// As ATT&CK calls them.
  private static let platforms = ["windows": "Windows", "linux": "Linux", "darwin": "macOS"]
}

extension Ability {
  /// The facts that its parsers newly bring in.
  fileprivate var read: Set<EnablingFact> { Set(parsed.flatMap(\.ends)).subtracting(consumed) }

  fileprivate func renaming(_ aliases: [String: String]) -> Ability {
    guard !aliases.isEmpty else { return self }
    return Ability(
      id: id, name: name, technique: technique, platforms: platforms,
      consumed: Set(consumed.map { $0.renamed(aliases) }),
      parsed: Set(parsed.map { $0.renaming(aliases) }),
      required: Set(required.map { $0.renaming(aliases) }), place: place)
  }
}

extension Ability.RelatedFact {
  fileprivate func renaming(_ aliases: [String: String]) -> Ability.RelatedFact {
    Ability.RelatedFact(
      source: source.renamed(aliases), target: target?.renamed(aliases),
      relation: relation?.renamed(aliases))
  }
}

extension EnablingFact {
  /// Under the name that stands for it; of a relation, that of the fact where it begins.
  fileprivate func renamed(_ aliases: [String: String]) -> EnablingFact {
    let parts = name.split(separator: ":", maxSplits: 1)
    guard let other = aliases[String(parts[0])] else { return self }
    return EnablingFact(([Substring(other)] + parts.dropFirst()).joined(separator: ":")) ?? self
  }
}
