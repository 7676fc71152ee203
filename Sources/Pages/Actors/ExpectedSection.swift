import Attack
import Corpora
import Measures
import Text

/// What the reports would expect of an actor beside what is listed with it.
struct ExpectedSection {
  private let knowledge: Knowledge
  private let reports: IndexedList<Report, Report>
  private let actor: Index<Actor>
  private let location: PageLocation
  private let expected: ExpectedTechniques
  private let findings: IndexedList<Actor, ActorFindings>

  /// `nil` for an actor without techniques.
  init?(
    _ knowledge: Knowledge, _ corpus: Corpus, _ findings: IndexedList<Actor, ActorFindings>,
    of actor: Index<Actor>
  ) {
    guard let expected = findings[actor].expected else { return nil }
    self.knowledge = knowledge
    self.actor = actor
    self.expected = expected
    reports = corpus.reports
    location = PageLocation(knowledge.actors[actor].path)
    self.findings = findings
  }

  /// The values for the section of `Templates/actor.md`.
  struct Contents: Sendable {
    /// Where it would be listed otherwise: `it nor its software or campaigns`.
    let owners: String
    let isAny: Bool
    /// The only technique, if there is just one: its page has the same content.
    let only: String?
  }

  var contents: Contents {
    let only = expected.evidence.count < 2 ? expected.evidence.first : nil
    return Contents(
      owners: owners, isAny: !expected.candidates.isEmpty,
      only: only.map { knowledge.techniques[$0].link.markdown(at: location) })
  }

  /// `nil` if nothing is expected, or too little is known to expect anything.
  var exhibit: Exhibit? {
    guard !expected.candidates.isEmpty else { return nil }
    let shown = SuggestedSources(
      expected.candidates.map { knowledge.traces[$0.technique] },
      on: Platforms(of: knowledge.actors[actor]))
    return .expectations(Expectations(entries: expected.candidates.map { entry($0, shown) }))
  }
}

extension ExpectedSection {
  private func entry(
    _ candidate: ExpectedTechniques.Candidate, _ shown: SuggestedSources
  ) -> Expectations.Entry {
    let shown = shown.summary(of: knowledge.traces[candidate.technique])
    let own = knowledge.techniques[candidate.technique]
    return Expectations.Entry(
      id: own.id.description, name: knowledge.fullName(candidate.technique), path: own.path,
      tactics: knowledge.tacticNames(candidate.technique), chance: candidate.probability,
      usual: candidate.baseRate, times: candidate.times, components: shown.components,
      channel: shown.channel,
      notes: [split(candidate), listed(candidate.technique)].compactMap(\.self),
      reports: candidate.reports.map { ReportReference(reports[$0]) })
  }

  private var owners: String {
    switch knowledge.actors[actor].kind {
    case .group: "neither it nor its software or campaigns are"
    case .campaign: "neither it nor its software is"
    case .software: "it is not"
    }
  }

  private func split(_ candidate: ExpectedTechniques.Candidate) -> String? {
    guard let successor = candidate.successor.map({ knowledge.techniques[$0] }),
      let month = successor.created.month
    else { return nil }
    return "Split by ATT&CK: what was listed here was moved to "
      + "\(successor.link.markdown(at: location)), made in \(month)"
  }

  /// Which of those that it belongs to are listed with a technique: a campaign's groups, the users of
  /// software.
  private func listed(_ technique: Index<Technique>) -> String? {
    let above =
      switch knowledge.actors[actor].kind {
      case .group: [Index<Actor>]()
      case .campaign: knowledge.groups(of: actor)
      case .software: knowledge.usersOfActor[actor]
      }
    let having = above.filter { findings[$0].citations.techniques.contains(technique) }
    guard !having.isEmpty else { return nil }
    let links = having.prefix(Self.mostNamed).map {
      knowledge.actors[$0].link.markdown(at: location)
    }
    let rest = having.count - links.count
    let names = Format.list(links + (rest > 0 ? ["\(rest) more"] : []))
    let owner = knowledge.actors[actor].kind == .campaign ? "its group" : "its user"
    return "Listed with \(owner) \(names)"
  }

  private static let mostNamed = 1
}

extension ExpectedSection.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("owners", \.owners),
    .flag("isAny", \.isAny),
    .text("only", \.only),
  ]
}
