package import Attack

/// Finds the techniques that the definitions of subsets mean.
package struct SubsetReader {
  package private(set) var subsets: [Subset] = []
  package private(set) var notices: [Notice] = []

  private let knowledge: Knowledge
  /// Reports by technique.
  private let totals: IndexedList<Technique, Int>
  private let indices: [TechniqueID: Index<Technique>]
  private let successors: [String: RetiredObject]

  /// - Throws: `SubsetError` for what a subset that is not optional names and no bundle has, and for
  ///   a name that two have.
  package init(
    _ definitions: [SubsetDefinition], _ knowledge: Knowledge, totals: IndexedList<Technique, Int>
  ) throws(SubsetError) {
    self.knowledge = knowledge
    self.totals = totals
    indices = Dictionary(
      knowledge.techniques.indexed().map { ($1.id, $0) }, uniquingKeysWith: { one, _ in one })
    successors = Dictionary(
      knowledge.retired.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    for definition in definitions {
      if let domain = definition.domain, !knowledge.domains.contains(domain) { continue }
      try read(definition)
    }
  }
}

extension SubsetReader {
  private mutating func read(_ definition: SubsetDefinition) throws(SubsetError) {
    switch definition.selection {
    case .techniques(let choices):
      let (techniques, remarks) = try resolve(choices, of: definition)
      try add(definition, techniques, remarks)
    case .tactic(let wanted):
      guard let tactic = knowledge.tactics.indices.first(where: { isNamed($0, wanted) }) else {
        return try miss("tactic \(wanted)", definition)
      }
      try add(definition, members(of: tactic))
    case .eachTactic:
      for (index, tactic) in knowledge.tactics.indexed()
      where definition.domain == nil || definition.domain == tactic.domain {
        try add(definition, members(of: index), name: tactic.slug, title: tactic.name)
      }
    case .platform(let wanted):
      let members = knowledge.techniques.indices.filter { index in
        knowledge.techniques[index].platforms.contains { $0.lowercased() == wanted.lowercased() }
      }
      guard !members.isEmpty else { return try miss("platform \(wanted)", definition) }
      try add(definition, members)
    case .group(let wanted):
      guard let group = knowledge.actors.indices.first(where: { isGroup($0, wanted) }) else {
        return try miss("group \(wanted)", definition)
      }
      try add(definition, techniques(usedBy: group))
    case .random(let seed, let count, let references):
      try add(definition, draw(seed: seed, count: count, references: references, definition.domain))
    }
  }

  private mutating func add(
    _ definition: SubsetDefinition, _ techniques: [Index<Technique>], _ remarks: [String] = [],
    name: String? = nil, title: String? = nil
  ) throws(SubsetError) {
    let name = name ?? definition.name
    guard !subsets.contains(where: { $0.name == name }) else {
      throw .twin(subset: name, source: definition.source)
    }
    let ofDomain = Set(techniques).filter {
      definition.domain == nil || knowledge.techniques[$0].domain == definition.domain
    }
    guard ofDomain.count >= 2 else {
      notices.append(Notice(.emptySubset, at: name))
      return
    }
    subsets.append(
      Subset(
        name: name, title: title ?? definition.title,
        withSubs: definition.withSubs, isListed: definition.selection.isListed,
        members: IndexedList(
          ofDomain.sorted().map { technique in
            let subs = definition.withSubs ? knowledge.subsOfTechnique[technique] : []
            return Subset.Member(technique: technique, techniques: [technique] + subs)
          }), remarks: remarks))
  }

  private mutating func miss(
    _ missing: String, _ definition: SubsetDefinition
  ) throws(SubsetError) {
    guard definition.isOptional else {
      throw .missing(missing, subset: definition.name, source: definition.source)
    }
    notices.append(
      Notice(.absentFromSubset, at: "\(missing) (\(definition.source), \(definition.name))"))
  }

  /// Ids are followed to their successors.
  private mutating func resolve(
    _ choices: [SubsetDefinition.Choice], of definition: SubsetDefinition
  ) throws(SubsetError) -> ([Index<Technique>], [String]) {
    var found: [Index<Technique>] = []
    var remarks: [String] = []
    for choice in choices {
      let retired = successors[choice.id.description]
      if let index = indices[choice.id] {
        found.append(index)
      } else if let successor = retired?.successor,
        let id = TechniqueID(successor.id, knowledge.patterns), let index = indices[id]
      {
        found.append(index)
        remarks.append("\(choice.id) is \(id) today")
      } else if let retired {
        let place = "\(choice.id) (\(choice.source), \(definition.name))"
        notices.append(Notice(.retiredInSubset, at: place))
        remarks.append("\(choice.id) \(retired.name) is retired without a successor, and left out")
      } else {
        try missTechnique(choice, definition)
        remarks.append("\(choice.id) is not in these bundles")
      }
    }
    return (found, remarks)
  }

  private mutating func missTechnique(
    _ choice: SubsetDefinition.Choice, _ definition: SubsetDefinition
  ) throws(SubsetError) {
    guard definition.isOptional else {
      throw .missing("technique \(choice.id)", subset: definition.name, source: choice.source)
    }
    let place = "\(choice.id) (\(choice.source), \(definition.name))"
    notices.append(Notice(.absentFromSubset, at: place))
  }
}

extension SubsetReader {
  private func isNamed(_ tactic: Index<Tactic>, _ wanted: String) -> Bool {
    let tactic = knowledge.tactics[tactic]
    return [tactic.slug, tactic.shortname, tactic.name].contains {
      $0.lowercased() == wanted.lowercased()
    }
  }

  private func members(of tactic: Index<Tactic>) -> [Index<Technique>] {
    knowledge.techniques.indices.filter { knowledge.techniques[$0].tactics.contains(tactic) }
  }

  private func isGroup(_ actor: Index<Actor>, _ wanted: String) -> Bool {
    let actor = knowledge.actors[actor]
    return actor.kind == .group
      && ([actor.id.description, actor.name] + actor.aliases).contains {
        $0.lowercased() == wanted.lowercased()
      }
  }

  private func techniques(usedBy actor: Index<Actor>) -> [Index<Technique>] {
    knowledge.uses.compactMap { use in
      if case .technique(let technique) = use.target, use.actor == actor { technique } else { nil }
    }
  }

  /// The first of a shuffle (Fisher and Yates) of all that are cited often enough.
  private func draw(
    seed: UInt64, count: Int, references: Int, _ domain: Domain?
  ) -> [Index<Technique>] {
    var random = SplitMix64(seed: seed)
    var urn = knowledge.techniques.indices.filter {
      totals[$0] >= references && (domain == nil || knowledge.techniques[$0].domain == domain)
    }
    let drawn = min(count, urn.count)
    for index in 0..<drawn {
      urn.swapAt(index, index + random.index(below: urn.count - index))
    }
    return Array(urn[..<drawn])
  }
}
