import Attack
import Corpora
import Measures
import Text

/// What the reports would expect of an actor beside what is listed with it.
struct ExpectedSection {
  private let knowledge: Knowledge
  private let reports: [Report]
  private let actor: Int
  private let location: PageLocation
  private let expected: ExpectedTechniques
  private let findings: [ActorFindings]

  /// `nil` for an actor without techniques.
  init?(_ knowledge: Knowledge, _ corpus: Corpus, _ findings: [ActorFindings], of actor: Int) {
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
    /// What was asked with, in a clause.
    let asked: String
    /// Their ids.
    let evidence: String
    let isAny: Bool
    let sources: [Source]
    /// The only technique, if there is just one: its page has the same content.
    let only: String?
  }

  /// A report, by the letter that the rows give it.
  struct Source: Sendable {
    let letter: String
    let link: String
  }

  var contents: Contents {
    let ids = expected.evidence.prefix(Self.mostEvidence).map {
      knowledge.techniques[$0].id.description
    }
    let more = expected.evidence.count - ids.count
    let only = expected.evidence.count < 2 ? expected.evidence.first : nil
    return Contents(
      asked: asked, evidence: ids.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""),
      isAny: !expected.candidates.isEmpty,
      sources: expected.sources.enumerated().map { number, report in
        Source(letter: Self.letter(number), link: reports[report].link.markdown(at: location))
      }, only: only.map { knowledge.techniques[$0].link.markdown(at: location) })
  }

  /// `nil` if nothing is expected, or too little is known to expect anything.
  var table: Table? {
    guard !expected.candidates.isEmpty else { return nil }
    let related = self.related
    let owners = expected.candidates.map { candidate in
      related.filter { techniques(of: $0).contains(candidate.technique) }
    }
    let hasOwn = owners.contains { !$0.isEmpty }
    return Table(
      "Techniques expected of it, the farthest above their share of all reports first",
      style: "expected",
      columns: [
        Table.Column("Technique"), Table.Column("Expected", isNumeric: true),
        Table.Column("Reports below that say so most"),
      ] + (hasOwn ? [Table.Column("Recorded for its \(relatedWord)")] : []),
      rows: zip(expected.candidates, owners).map { candidate, owners in
        let own = knowledge.techniques[candidate.technique]
        return Table.Row(
          nil,
          [
            .name(
              id: own.id.description, name: name(candidate.technique), path: own.path),
            .share(
              candidate.probability,
              note: "\(Format.percent(candidate.baseRate))\u{A0}% of all", isFaint: false),
            .text(letters(candidate.reports)),
          ] + (hasOwn ? [.links(links(owners))] : []))
      })
  }
}

extension ExpectedSection {
  private func letters(_ reports: [Int]) -> String {
    reports.compactMap { expected.sources.firstIndex(of: $0) }.sorted().map(Self.letter)
      .joined(separator: ", ")
  }

  /// A, B, … of the at most twelve reports.
  private static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index)))
  }

  /// The techniques that an actor is recorded with, ascending.
  private func techniques(of actor: Int) -> [Int] { findings[actor].citations.techniques }

  /// The name, and whether its parent or one of its sub-techniques is listed.
  private func name(_ technique: Int) -> String {
    let near =
      knowledge.subsOfTechnique[technique]
      + [knowledge.techniques[technique].parent].compactMap(\.self)
    let own = near.filter(techniques(of: actor).contains)
      .map { knowledge.techniques[$0].id.description }
    return knowledge.fullName(technique)
      + (own.isEmpty ? "" : " (\(Format.list(Array(own.prefix(2)))) listed)")
  }

  private var asked: String {
    let listed = techniques(of: actor).count
    switch expected.basis {
    case .recurring:
      return "the \(Format.count(expected.evidence.count, "technique")) that three or more of its "
        + "reports name"
    case .listed where expected.evidence.count < listed:
      return "the \(expected.evidence.count) rarest of its \(listed) techniques, since none is in "
        + "three of its reports"
    case .listed:
      return "all that it is recorded with, since no technique is in three of its reports"
    }
  }

  /// Those whose techniques may be its own: of a group its software and campaigns, and so on.
  private var related: [Int] {
    switch knowledge.actors[actor].kind {
    case .group:
      return knowledge.softwareOfActor[actor] + knowledge.campaigns(of: actor)
    case .campaign:
      return knowledge.softwareOfActor[actor] + knowledge.groups(of: actor)
    case .software: return knowledge.usersOfActor[actor]
    }
  }

  private var relatedWord: String {
    switch knowledge.actors[actor].kind {
    case .group: "software or campaigns"
    case .campaign: "software or group"
    case .software: "users"
    }
  }

  private func links(_ actors: [Int]) -> [Link] {
    let named = actors.prefix(Self.mostRelated).map { knowledge.actors[$0].link }
    guard actors.count > named.count else { return named }
    return named + [Link("\(actors.count - named.count) more", to: location.path + "#with")]
  }

  private static let mostEvidence = 16
  private static let mostRelated = 2
}

extension ExpectedSection.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("asked", \.asked),
    .text("evidence", \.evidence),
    .flag("isAny", \.isAny),
    .items("sources", \.sources),
    .text("only", \.only),
  ]
}

extension ExpectedSection.Source: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("letter", \.letter),
    .text("link", \.link),
  ]
}
