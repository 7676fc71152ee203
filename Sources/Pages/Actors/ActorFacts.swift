import Attack
import Text

/// What an actor is, in lines, and the others that it is recorded with.
struct ActorFacts {
  private let knowledge: Knowledge
  private let index: Index<Actor>

  init(_ knowledge: Knowledge, of index: Index<Actor>) {
    self.knowledge = knowledge
    self.index = index
  }

  private var actor: Actor { knowledge.actors[index] }
  private var location: PageLocation { PageLocation(actor.path) }

  var facts: [Fact] {
    var facts: [Fact] = []
    if !actor.aliases.isEmpty {
      facts.append(
        Fact("Also called", actor.aliases.map(MarkdownText.escape).joined(separator: ", ")))
    }
    if knowledge.domains.count > 1, !actor.domains.isEmpty {
      let domains = actor.domains.map { MarkdownText.escape($0.title) }
      facts.append(Fact("Domain", domains.joined(separator: ", ")))
    }
    if let active = actor.active { facts.append(Fact("Active", active)) }
    let groups = knowledge.groups(of: index).map { knowledge.actors[$0].link }
    if !groups.isEmpty { facts.append(Fact("Attributed to", groups, at: location)) }
    if !actor.platforms.isEmpty {
      facts.append(
        Fact("Platforms", actor.platforms.map(MarkdownText.escape).joined(separator: ", ")))
    }
    if let collection = actor.collection { facts.append(Fact(collection)) }
    facts.append(AttackSite.fact(AttackSite.address(of: actor)))
    return facts
  }

  /// Others that it is recorded with.
  struct Relation: Sendable {
    let title: String
    let names: String
  }

  /// Its software, its users, its campaigns.
  var relations: [Relation] {
    [
      relation("Software it uses", knowledge.softwareOfActor[index]),
      relation("Used by", knowledge.usersOfActor[index]),
      relation("Campaigns attributed to it", knowledge.campaigns(of: index)),
    ].compactMap(\.self)
  }

  private func relation(_ title: String, _ actors: [Index<Actor>]) -> Relation? {
    let links = actors.map { knowledge.actors[$0].link.markdown(at: location) }
    return links.isEmpty ? nil : Relation(title: title, names: links.joined(separator: " · "))
  }
}

extension ActorFacts.Relation: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("names", \.names),
  ]
}
