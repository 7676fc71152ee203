import Attack
import Measures
import Text

/// Others of an actor's kind whose lists of techniques are most similar to its own.
struct SimilarSection {
  private let actors: IndexedList<Actor, Actor>
  private let techniques: IndexedList<Technique, Technique>
  private let findings: IndexedList<Actor, ActorFindings>
  private let index: Index<Actor>

  init(
    _ knowledge: Knowledge, _ findings: IndexedList<Actor, ActorFindings>, of index: Index<Actor>
  ) {
    actors = knowledge.actors
    techniques = knowledge.techniques
    self.findings = findings
    self.index = index
  }

  /// The values for the section of `Templates/actor.md`.
  struct Contents: Sendable {
    let title: String
    let lines: [Line]
  }

  struct Line: Sendable {
    let link: String
    let similarity: String
    let common: String
    let all: String
    /// The rarest that both have.
    let rarest: String
  }

  /// `nil` if no other has enough in common.
  var contents: Contents? {
    let kind = actors[index].kind
    let location = PageLocation(actors[index].path)
    let matches = findings[index].similar
    guard !matches.isEmpty else { return nil }
    return Contents(
      title: "Similar \(kind.collective)",
      lines: matches.map { match in
        let other = actors[match.owner]
        return Line(
          link: MarkdownText.link(other.title, location.href(other.path)),
          similarity: Format.decimal(match.similarity, 2), common: Format.count(match.common.count),
          all: Format.count(findings[match.owner].citations.techniques.count),
          rarest: Format.list(
            match.common.prefix(3).map {
              MarkdownText.escape(techniques[$0].name)
            }))
      })
  }
}

extension SimilarSection.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .items("lines", \.lines),
  ]
}

extension SimilarSection.Line: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("link", \.link),
    .text("similarity", \.similarity),
    .text("common", \.common),
    .text("all", \.all),
    .text("rarest", \.rarest),
  ]
}
