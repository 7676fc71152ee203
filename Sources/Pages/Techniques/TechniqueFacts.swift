import Attack
import Corpora
import Text

/// What a technique is, in lines: its tactics, its platforms, its family, who uses it.
struct TechniqueFacts {
  private let knowledge: Knowledge
  private let corpus: CountedCorpus
  private let users: TechniqueUsers
  private let index: Index<Technique>

  init(
    _ knowledge: Knowledge, _ corpus: CountedCorpus, _ users: TechniqueUsers,
    of index: Index<Technique>
  ) {
    self.knowledge = knowledge
    self.corpus = corpus
    self.users = users
    self.index = index
  }

  private var technique: Technique { knowledge.techniques[index] }

  func facts(at location: PageLocation) -> [Fact] {
    let usedBy = users.isEmpty ? nil : Fact("Used by", "[\(users.counts)](#who)")
    let parent = technique.parent.map {
      Fact("Sub-technique of", [knowledge.techniques[$0].link], at: location)
    }
    return
      ([tactics(at: location), domain, platforms, parent] + subs(at: location) + [
        usedBy, technique.collection.map(Fact.init),
        AttackSite.fact(AttackSite.address(of: technique.id, technique.definition)),
      ]).compactMap(\.self)
  }

  private func tactics(at location: PageLocation) -> Fact? {
    let tactics = technique.tactics
    guard !tactics.isEmpty else { return nil }
    return Fact(
      tactics.count == 1 ? "Tactic" : "Tactics", tactics.map { knowledge.tactics[$0].link },
      at: location)
  }

  private var domain: Fact? {
    guard knowledge.domains.count > 1 else { return nil }
    return Fact("Domain", MarkdownText.escape(technique.domain.title))
  }

  private var platforms: Fact? {
    let platforms = technique.platforms
    guard !platforms.isEmpty else { return nil }
    return Fact(
      platforms.count == 1 ? "Platform" : "Platforms",
      platforms.map(MarkdownText.escape).joined(separator: ", "))
  }

  /// The sub-techniques, and the reports of the whole family where they are more.
  private func subs(at location: PageLocation) -> [Fact] {
    let subs = knowledge.subsOfTechnique[index]
    guard !subs.isEmpty else { return [] }
    let links = subs.map { knowledge.techniques[$0].nameLink }
    let names = Fact(Format.count(subs.count, "sub-technique"), links, at: location)
    let rows = Set(([index] + subs).flatMap { corpus.rows(citing: $0) })
    let reports = corpus.whole.weight(of: rows)
    guard reports > corpus.totals[index] else { return [names] }
    return [names, Fact("With them", "reported in \(Format.count(reports, "report"))")]
  }
}
